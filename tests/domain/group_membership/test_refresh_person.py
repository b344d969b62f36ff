"""A person's dynamic groups follow what changes about her, in the same transaction."""

import pytest

from keyhouse.domain.administration.errors import LastSystemAdmin
from keyhouse.domain.group_membership import actions
from keyhouse.domain.groups import queries
from keyhouse.domain.groups.models import GroupMember
from keyhouse.domain.people.models import Person
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import Permission
from tests.domain.group_membership.people import make_admin_group, make_dynamic, make_group, only_by_group, work_on


def refreshed(by, person: Person) -> list[str]:
    """The groups of a person after they followed."""
    actions.refresh_person(by=by.within(Permission.GROUPS_CHANGE, person), person=person)
    return [group.name for group in queries.groups_of(person)]


def test_she_joins_where_she_matches_and_leaves_where_she_does_not(okta, cast):
    make_dynamic(cast.acme, "Sales", ("department", "is", "Sales"))
    make_dynamic(cast.acme, "Sellers", ("department", "starts_with", "sal"), ("account_status", "is", "active"))
    make_group(cast.acme, "By hand", [cast.ben])

    assert refreshed(okta, work_on(cast.ben, department="Sales")) == ["By hand", "Sales", "Sellers"]
    assert refreshed(okta, work_on(cast.ben, department="Support")) == ["By hand"]


def test_without_a_change_nothing_is_written(okta, cast, untouched):
    make_dynamic(cast.acme, "Sales", ("department", "is", "Sales"))

    with untouched():
        assert refreshed(okta, cast.ben) == []


def test_who_has_left_waits_in_her_group(okta, cast):
    make_dynamic(cast.acme, "Leavers", ("account_status", "is", "deactivated"))

    assert refreshed(okta, cast.dana) == []
    assert GroupMember.objects.of(cast.acme).get(person=cast.dana).paused


def test_a_personal_login_is_in_no_group(okta, cast, untouched):
    with untouched():
        assert not actions.refresh_person(by=okta.within(Permission.GROUPS_CHANGE, cast.finn), person=cast.finn)


def test_the_rules_of_another_organization_find_nobody_here(okta, cast):
    make_dynamic(cast.rival, "Everybody", ("account_status", "is", "active"))

    assert refreshed(okta, cast.ben) == []


def test_nobody_does_it_outside_of_a_process(ada, cast, untouched):
    with pytest.raises(NotAllowed), untouched():
        actions.refresh_person(by=ada, person=cast.ben)


def test_the_last_system_admin_stays_in_the_group_that_makes_her_one(okta, cast, untouched):
    """AUTH-5: a rule that makes administrators doesn't let the last one go."""
    work_on(cast.ada, department="IT")
    group = make_admin_group(make_dynamic(cast.acme, "Admins", ("department", "is", "IT")))
    refreshed(okta, cast.ada)
    only_by_group(group)
    work_on(cast.ada, department="Sales")

    with pytest.raises(LastSystemAdmin), untouched():
        refreshed(okta, cast.ada)
