"""Decisions: what the cast may do, and the reason that is given."""

import datetime as dt

import pytest

from keyhouse.domain.assets.models import Asset
from keyhouse.domain.assets.rules import tasks, types
from keyhouse.domain.grants.hot_decisions import Answer, Asker, Question, may, what_may, who_may, why
from keyhouse.domain.grants.models import TaskGrant
from keyhouse.domain.organizations.models import Organization
from keyhouse.domain.partners.models import PartnerShare
from keyhouse.domain.people.models import Person
from keyhouse.domain.portfolios.models import Membership, Portfolio
from keyhouse.foundation import clock


def give(person, asset, *names, portfolio=None, **fields) -> TaskGrant:
    """A grant as the action makes it."""
    portfolio = portfolio or asset.portfolio
    return TaskGrant.objects.of(portfolio.organization_id).create(
        portfolio=portfolio,
        subject_id=person.id,
        object_id=asset.id,
        asset_type=asset.type,
        given_at=clock.now(),
        tasks=tasks.bits(types.TYPES[asset.type], names),
        **fields,
    )


def ask(cast, person, task, asset, *, asker=None, at=None) -> Answer:
    asker = Asker(organization=(asker or cast.acme).id, at=at or clock.now())
    return may(asker, question(person, task, asset))


def question(person, task, asset) -> Question:
    return Question(subject_type="person", subject=person.id, task=task, asset_type=asset.type, asset=asset.id)


def test_full_control_of_the_portfolio_gives_every_task_without_a_row(cast):
    assert ask(cast, cast.ada, "MANAGE", cast.act_1001) == Answer(
        allowed=True, code="full_control", path=(("portfolio", cast.spring_campaign.id),)
    )
    assert ask(cast, cast.ada, "DRAFT", cast.act_1001).allowed


def test_a_place_alone_gives_no_asset(cast):
    assert ask(cast, cast.ben, "ANALYZE", cast.act_1001) == Answer(allowed=False, code="task_not_given")


def test_a_grant_gives_its_tasks_and_what_they_imply_and_nothing_else(cast):
    grant = give(cast.ben, cast.act_1001, "ADVERTISE")

    assert ask(cast, cast.ben, "ANALYZE", cast.act_1001) == Answer(
        allowed=True, code="direct", path=(("grant", grant.id), ("portfolio", cast.spring_campaign.id))
    )
    assert not ask(cast, cast.ben, "DRAFT", cast.act_1001).allowed
    assert not ask(cast, cast.ben, "ANALYZE", cast.acme_bikes).allowed


def test_a_grant_counts_from_its_start_until_its_end(cast):
    now, hour = clock.now(), dt.timedelta(hours=1)
    give(cast.ben, cast.act_1001, "ADVERTISE", starts_at=now, until=now + hour)

    answers = [ask(cast, cast.ben, "ADVERTISE", cast.act_1001, at=now + hour * turn).allowed for turn in (-1, 0, 1)]

    assert answers == [False, True, False]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"state": "deactivated"}, "person_not_usable"),
        ({"state": "suspended"}, "person_not_usable"),
        ({"start_date": dt.datetime(2999, 1, 1, tzinfo=dt.UTC)}, "not_started"),
    ],
    ids=["deactivated", "suspended", "not_started"],
)
def test_a_person_who_may_not_act_may_do_nothing(cast, change, code):
    give(cast.ben, cast.act_1001, "ADVERTISE")
    Person.objects.of(cast.acme).filter(id=cast.ben.id).update(**change)

    assert ask(cast, cast.ben, "ADVERTISE", cast.act_1001) == Answer(allowed=False, code=code)
    assert who_may(
        Asker(organization=cast.acme.id, at=clock.now()), question(cast.ben, "ADVERTISE", cast.act_1001)
    ) == [cast.ada.id]


def test_a_suspended_organization_may_do_nothing(cast):
    Organization.objects.filter(id=cast.acme.id).update(state="suspended")

    assert not ask(cast, cast.ada, "MANAGE", cast.act_1001).allowed


def test_a_grant_never_outlives_the_place_in_whose_portfolio_it_was_given(cast):
    give(cast.ben, cast.act_1001, "ADVERTISE")
    Membership.objects.of(cast.acme).filter(person=cast.ben).update(until=clock.now())

    assert ask(cast, cast.ben, "ADVERTISE", cast.act_1001) == Answer(allowed=False, code="place_ended")


def test_a_portfolio_that_asks_for_a_second_factor_refuses_who_has_none(cast):
    Portfolio.objects.of(cast.acme).filter(id=cast.spring_campaign.id).update(two_factor_rule="admin_required")
    give(cast.ben, cast.act_1001, "ADVERTISE")

    assert ask(cast, cast.ada, "MANAGE", cast.act_1001) == Answer(allowed=False, code="second_factor_missing")
    assert ask(cast, cast.ben, "ADVERTISE", cast.act_1001).allowed


def test_leads_are_read_by_those_on_the_list_alone_where_leads_access_is_restricted(cast):
    Asset.objects.of(cast.acme).filter(id=cast.acme_bikes.id).update(leads_restricted=True)

    assert ask(cast, cast.ada, "MANAGE_LEADS", cast.acme_bikes) == Answer(allowed=False, code="leads_access_missing")
    assert ask(cast, cast.ada, "ADVERTISE", cast.acme_bikes).allowed


def test_a_partner_may_what_was_shared_and_no_more(cast):
    shared = tasks.bits(types.PAGE, ["ADVERTISE"])
    PartnerShare.objects.of(cast.acme).filter(asset=cast.acme_bikes).update(tasks=shared)

    assert ask(cast, cast.cleo, "ANALYZE", cast.acme_bikes).code == "partner_full_control"
    assert ask(cast, cast.cleo, "ANALYZE", cast.acme_bikes, asker=cast.brightside).allowed
    assert not ask(cast, cast.cleo, "MODERATE", cast.acme_bikes).allowed
    assert not ask(cast, cast.cleo, "ANALYZE", cast.act_1001).allowed


def test_an_organization_learns_nothing_about_things_that_it_cannot_see(cast):
    """AUTH-1: what is another organization's is answered as what does not exist."""
    unknown = question(cast.ada, "MANAGE", cast.act_1001)
    nothing = Answer(allowed=False, code="not_found")

    assert ask(cast, cast.ada, "MANAGE", cast.act_1001, asker=cast.rival) == nothing
    assert ask(cast, cast.mallory, "MANAGE", cast.act_1001) == nothing
    assert ask(cast, cast.ada, "MANAGE", cast.acme_bikes, asker=cast.brightside) == nothing
    assert why(Asker(organization=cast.rival.id, at=clock.now()), unknown) == []
    assert what_may(Asker(organization=cast.rival.id, at=clock.now()), unknown) == []


def test_why_tells_who_gave_it_and_until_when(cast):
    until = clock.now() + dt.timedelta(days=3)
    grant = give(cast.ben, cast.act_1001, "ADVERTISE", given_by_id=cast.ada.id, until=until)

    ways = why(Asker(organization=cast.acme.id, at=clock.now()), question(cast.ben, "ADVERTISE", cast.act_1001))

    assert [(one.code, one.grant, one.given_by_name, one.until, one.portfolio_name) for one in ways] == [
        ("direct", grant.id, "Ada", until, "Spring campaign")
    ]
