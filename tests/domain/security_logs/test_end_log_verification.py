"""A verification ends once; a broken chain is told, with block and line."""

import pytest

from keyhouse.domain.security_logs import actions, jobs, queries
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.audit import verifying
from keyhouse.foundation.audit.models import AuditEvent
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import system_actor
from tests.foundation.audit.bicycles import paint, sealed


def test_a_broken_chain_is_an_event_that_names_block_and_line(ada, cast):
    paint(ada, cast.ben)
    sealed(cast.acme.id)
    AuditEvent.objects.of(cast.acme).update(facts={"color": "pink"})
    begun = actions.begin_log_verification(by=ada, organization=cast.acme)

    jobs.walk_chain(organization_id=cast.acme.id, verification_id=begun.id)

    found = queries.verification(cast.acme.id, begun.id)
    assert (found.fault, found.block, found.sequence) == ("the event was changed", 1, 1)
    assert audit.events(cast.acme.id)[0].sentence == (
        "The security log is broken in block 1, line 1: the event was changed."
    )


def test_a_job_that_runs_twice_ends_it_once(ada, cast):
    begun = actions.begin_log_verification(by=ada, organization=cast.acme)
    verdict, by = verifying.examine(cast.acme.id), system_actor(cast.acme.id)

    for _ in range(2):
        actions.end_log_verification(by=by, verification=begun, verdict=verdict)

    assert [line.title for line in audit.events(cast.acme.id)].count("Log verified") == 1


def test_the_daily_job_walks_the_log_of_every_organization(cast):
    jobs.verify_logs(organization_id=None)

    assert queries.verifications(cast.acme.id)[0].begun_by == "Keyhouse"
    assert queries.verifications(cast.rival.id)


def test_another_organization_ends_nothing(ada, mallory, cast, untouched):
    begun = actions.begin_log_verification(by=ada, organization=cast.acme)

    with pytest.raises(NotAllowed), untouched():
        actions.end_log_verification(by=mallory, verification=begun, verdict=verifying.examine(cast.acme.id))
