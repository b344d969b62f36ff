"""Update rule: a dynamic group becomes what its new rule says, by long work."""

import dataclasses

import pytest

from keyhouse.domain.administration.errors import GroupMakesAdmins, LastSystemAdmin
from keyhouse.domain.group_membership import actions
from keyhouse.domain.group_membership.queries import timely
from keyhouse.domain.groups import queries
from keyhouse.domain.groups.errors import NoRuleHere, RuleIsBroken
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.jobs import running as jobs
from keyhouse.foundation.long_work.queries import all_rows
from keyhouse.foundation.permissions.freshness import NeedsFreshSignIn
from tests.domain.group_membership.people import (
    groups_manager,
    make_admin_group,
    make_dynamic,
    make_group,
    names_in,
    only_by_group,
    rule_of,
    work_on,
)

SALES = ("department", "is", "Sales")
BY_PASSWORD = ("sign_in_method", "is", "password")
EVERYBODY = ("account_status", "is_not", "deactivated")


@pytest.fixture
def sales(cast):
    """A dynamic group in which Ben is."""
    work_on(cast.ben, department="Sales")
    group = make_dynamic(cast.acme, "Sales", SALES)
    actions.change_rule(by=groups_manager(cast.ada), group=group, rule=rule_of(SALES))
    jobs.run_pending()
    return group


def test_everybody_who_matches_joins_and_nobody_else_stays(ada, sales):
    assert names_in(sales) == ["Ben"]

    work = actions.change_rule(by=ada, group=sales, rule=rule_of(BY_PASSWORD))
    jobs.run_pending()

    assert names_in(sales) == ["Ada", "Dana"]
    assert [(row.outcome, row.reason) for row in all_rows(work)] == [("done", "2 joined, 1 left.")]
    assert queries.rule_of(sales) == rule_of(BY_PASSWORD)


def test_many_people_are_done_in_slices(ada, sales, monkeypatch):
    monkeypatch.setattr(timely, "SLICE", 2)

    work = actions.change_rule(by=ada, group=sales, rule=rule_of(EVERYBODY))
    jobs.run_pending()

    work.refresh_from_db()
    assert (work.total, work.done) == (2, 2)
    assert names_in(sales) == ["Ada", "Ben", "Erin"]


def test_the_rule_counts_at_once_for_whoever_changes_meanwhile(ada, okta, cast, sales):
    actions.change_rule(by=ada, group=sales, rule=rule_of(BY_PASSWORD))

    assert queries.moves_of(cast.ben).left == (sales.id,)


def test_a_group_that_makes_admins_follows_at_once_or_not_at_all(ada, cast, sales, untouched):
    """AUTH-5: the rule of a group that makes administrators doesn't let the last one go."""
    make_admin_group(sales)
    assert actions.change_rule(by=ada, group=sales, rule=rule_of(BY_PASSWORD)) is None
    assert names_in(sales) == ["Ada", "Dana"]
    only_by_group(sales)

    with pytest.raises(LastSystemAdmin), untouched():
        actions.change_rule(by=ada, group=sales, rule=rule_of(("department", "is", "Nowhere")))


def test_only_a_system_admin_changes_a_rule_that_makes_admins(ada, cast, sales, untouched):
    make_admin_group(sales)
    stale = dataclasses.replace(ada, session_id=1, proved_at=None)

    for somebody, refusal in ((groups_manager(cast.ben), GroupMakesAdmins), (stale, NeedsFreshSignIn)):
        with pytest.raises(refusal), untouched():
            actions.change_rule(by=somebody, group=sales, rule=rule_of(EVERYBODY))


def test_a_static_group_has_no_rule(ada, cast, untouched):
    group = make_group(cast.acme, "By hand")

    with pytest.raises(NoRuleHere, match="By hand"), untouched():
        actions.change_rule(by=ada, group=group, rule=rule_of(SALES))


def test_a_manager_of_another_organization_is_none(ada, cast, sales, untouched):
    with pytest.raises(RuleIsBroken), untouched():
        actions.change_rule(by=ada, group=sales, rule=rule_of(("manager", "is_not", str(cast.mallory.id))))


def test_nobody_changes_a_rule_without_the_permission(ben, mallory, sales, untouched):
    for somebody in (ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.change_rule(by=somebody, group=sales, rule=rule_of(EVERYBODY))


def test_a_preview_says_who_would_come_and_go_and_changes_nothing(cast, sales, untouched):
    with untouched():
        seen = queries.preview(sales, rule_of(BY_PASSWORD))

    assert (seen.count, seen.joining, seen.leaving) == (2, 2, 1)
    assert [person.name for person in seen.first_joining] == ["Ada", "Dana"]
    assert [person.name for person in seen.first_leaving] == ["Ben"]
