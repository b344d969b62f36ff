"""Assigning assets to people."""

import datetime as dt

import pytest

from keyhouse.domain.assets.errors import NoSuchAsset
from keyhouse.domain.grants import actions, queries
from keyhouse.domain.grants.errors import (
    EndInThePast,
    MoreThanOwnAccess,
    NoAssets,
    NoSuchTask,
    NoTasks,
    NotInThePortfolio,
)
from keyhouse.foundation import clock
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from tests.cast import make_member
from tests.domain.grants.giving import give, held

ADVERTISE = {"ad_account": ["ADVERTISE"], "page": ["ADVERTISE"]}


def assign(by, cast, person, *things, tasks=ADVERTISE, until=None, portfolio=None):
    return actions.assign_assets(
        by=by, portfolio=portfolio or cast.spring_campaign, subject_id=person.id,
        object_ids=[one.id for one in things], tasks=tasks, until=until,
    )  # fmt: skip


def test_full_control_gives_tasks_on_several_assets_at_once(ada, cast):
    assign(ada, cast, cast.ben, cast.act_1001, cast.acme_bikes)

    assert held(cast.ben, cast.spring_campaign) == [("Acme Bikes", ["ADVERTISE"]), ("Acme Ads", ["ADVERTISE"])]
    assert audit.events(cast.acme.id)[0].sentence == "Ada gave Ben Manage campaigns; Ads on Acme Ads, Acme Bikes."


def test_what_was_given_directly_before_is_replaced(ada, cast):
    assign(ada, cast, cast.ben, cast.act_1001)

    assign(ada, cast, cast.ben, cast.act_1001, tasks={"ad_account": ["ANALYZE", "DRAFT"]})

    assert held(cast.ben, cast.spring_campaign) == [("Acme Ads", ["ANALYZE", "DRAFT"])]


@pytest.mark.parametrize(("tasks", "error"), [
    ({}, NoTasks), ({"ad_account": []}, NoTasks), ({"ad_account": ["FLY"]}, NoSuchTask),
    ({"page": ["ADVERTISE"]}, NoTasks),
])  # fmt: skip
def test_tasks_are_those_of_the_assets_type(ada, cast, untouched, tasks, error):
    with pytest.raises(error), untouched():
        assign(ada, cast, cast.ben, cast.act_1001, tasks=tasks)


def test_at_least_one_asset_is_named(ada, cast, untouched):
    with pytest.raises(NoAssets), untouched():
        assign(ada, cast, cast.ben)


def test_the_end_lies_in_the_future(ada, cast, untouched):
    with pytest.raises(EndInThePast), untouched():
        assign(ada, cast, cast.ben, cast.act_1001, until=clock.now() - dt.timedelta(seconds=1))


def test_only_people_in_the_portfolio_receive_assets(ada, cast, untouched):
    with pytest.raises(NotInThePortfolio), untouched():
        assign(ada, cast, cast.erin, cast.act_1001)


def test_whoever_has_left_receives_nothing(ada, cast, untouched):
    with pytest.raises(NotInThePortfolio), untouched():
        assign(ada, cast, cast.dana, cast.act_1001)


def test_an_asset_of_another_portfolio_does_not_exist_here(ada, cast, untouched):
    with pytest.raises(NoSuchAsset), untouched():
        assign(ada, cast, cast.ben, cast.newsroom)


def test_partial_access_gives_nothing(ben, cast, untouched):
    with pytest.raises(NotAllowed), untouched():
        assign(ben, cast, cast.ben, cast.act_1001)


def test_full_control_of_a_page_is_enough_to_assign_people_to_it(ben, cast):
    give(cast.spring_campaign, cast.ben, cast.acme_bikes, "MANAGE")
    make_member(cast.spring_campaign, cast.erin)

    assign(ben, cast, cast.erin, cast.acme_bikes)

    assert held(cast.erin, cast.spring_campaign) == [("Acme Bikes", ["ADVERTISE"])]


def test_full_control_of_an_ad_account_is_not_enough(ben, cast, untouched):
    give(cast.spring_campaign, cast.ben, cast.act_1001, "MANAGE")
    make_member(cast.spring_campaign, cast.erin)

    with pytest.raises(NotAllowed), untouched():
        assign(ben, cast, cast.erin, cast.act_1001)


def test_whoever_holds_a_page_for_a_time_gives_it_no_longer(ben, cast, untouched):
    until = clock.now() + dt.timedelta(days=5)
    give(cast.spring_campaign, cast.ben, cast.acme_bikes, "MANAGE", until=until)

    with pytest.raises(MoreThanOwnAccess), untouched():
        assign(ben, cast, cast.ben, cast.acme_bikes)


def test_a_partner_gives_what_is_shared_and_no_more(cleo, cast, untouched):
    share = queries.giving(cleo, cast.studio).assets
    assert share == {}
    from keyhouse.domain.assets.rules import tasks, types
    from keyhouse.domain.partners.models import PartnerShare

    bits = tasks.bits(types.PAGE, ["ADVERTISE"])
    PartnerShare.objects.of(cast.acme).filter(partner=cast.studio).update(tasks=bits)

    assign(cleo, cast, cast.cleo, cast.acme_bikes, portfolio=cast.studio)
    with pytest.raises(MoreThanOwnAccess), untouched():
        assign(cleo, cast, cast.cleo, cast.acme_bikes, portfolio=cast.studio, tasks={"page": ["MANAGE"]})


def test_another_organization_gives_nothing(mallory, cast, untouched):
    """AUTH-1: Mallory assigns nothing of Acme's, and learns nothing."""
    with pytest.raises(NotAllowed), untouched():
        assign(mallory, cast, cast.ben, cast.act_1001)
