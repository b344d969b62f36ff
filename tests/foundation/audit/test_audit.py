"""The audit log: one event for every action, whose hash and chain show any later change."""

from keyhouse.domain.organizations.models import Organization
from keyhouse.foundation.audit import queries, record, sealing, verifying
from keyhouse.foundation.audit.jobs import seal_logs
from keyhouse.foundation.audit.models import AuditEvent, AuditPersonal
from keyhouse.foundation.permissions import Actor
from tests.cast import Cast
from tests.foundation.audit.bicycles import BicyclePainted, paint


def test_a_line_says_who_did_what_to_whom(ada: Actor, cast: Cast) -> None:
    paint(ada, cast.ben)

    [line] = queries.events(cast.acme.id, queries.Wanted(about=cast.ben.id))
    assert line.sentence == "Ada painted Ben's bicycle green."
    assert (line.actor_id, line.target_id, line.organization_id) == (cast.ada.id, cast.ben.id, cast.acme.id)


def test_the_chain_of_sealed_blocks_holds(ada: Actor, cast: Cast) -> None:
    for color in ("green", "red", "blue"):
        paint(ada, cast.ben, color)
        sealing.seal(cast.acme.id)

    assert sealing.seal(cast.acme.id) == 0
    assert verifying.verify(cast.acme.id) is None


def test_the_sealing_job_seals_every_log(ada: Actor, mallory: Actor, cast: Cast) -> None:
    paint(ada, cast.ben)
    record(BicyclePainted(owner="Mallory", color="black"), by=mallory, on=cast.mallory)

    seal_logs(organization_id=None)

    assert [line.sequence for line in queries.events(cast.acme.id)] == [1]
    assert [line.sequence for line in queries.events(cast.rival.id)] == [1]


def test_a_changed_event_breaks_the_chain_at_its_place(ada: Actor, cast: Cast) -> None:
    changed = [paint(ada, cast.ben, color) for color in ("green", "red")][1]
    sealing.seal(cast.acme.id)

    AuditEvent.objects.of(cast.acme).filter(id=changed).update(facts={"color": "pink"})

    found = verifying.verify(cast.acme.id)
    assert found is not None
    assert (found.block, found.sequence) == (1, 2)


def test_an_erased_name_shows_the_id_and_leaves_the_chain_whole(ada: Actor, cast: Cast) -> None:
    paint(ada, cast.ben)
    sealing.seal(cast.acme.id)

    AuditPersonal.objects.of(cast.acme).delete()

    [line] = queries.events(cast.acme.id, queries.Wanted(about=cast.ben.id))
    assert line.sentence == f"{cast.ada.id} painted {cast.ben.id}'s bicycle green."
    assert verifying.verify(cast.acme.id) is None


def test_the_log_of_one_organization_is_not_seen_by_another(ada: Actor, cast: Cast) -> None:
    paint(ada, cast.ben)

    assert queries.events(cast.rival.id) == []


def test_an_event_about_an_organization_stands_in_its_own_log(ada: Actor, cast: Cast, acme: Organization) -> None:
    record(BicyclePainted(owner="Acme", color="blue"), by=ada, on=acme)

    assert len(queries.events(acme.id, queries.Wanted(about=acme.id))) == 1
