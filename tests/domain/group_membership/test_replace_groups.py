"""The static groups of a person are set at once, as a file of people does it."""

import pytest

from keyhouse.domain.group_membership import actions
from keyhouse.domain.groups import queries
from keyhouse.domain.groups.errors import RuleMakesMembers
from keyhouse.domain.groups.models import GroupKind, GroupMember
from keyhouse.foundation.errors import NotAllowed
from tests.domain.group_membership.people import make_dynamic, make_group


@pytest.fixture
def by_rule(cast):
    group = make_dynamic(cast.acme, "By rule", ("account_status", "is", "active"))
    GroupMember.objects.of(cast.acme).create(group=group, person=cast.ben)
    return group


def groups_of(person):
    return [group.name for group in queries.groups_of(person)]


def test_she_is_in_these_and_in_no_other_static_group(ada, cast, by_rule):
    make_group(cast.acme, "Old", [cast.ben])
    kept = make_group(cast.acme, "Kept", [cast.ben])
    make_group(cast.acme, "Pushed", [cast.ben], kind=GroupKind.PROVISIONED, connection=cast.scim)

    assert actions.replace_groups(by=ada, person=cast.ben, into=[kept, make_group(cast.acme, "New")])

    assert groups_of(cast.ben) == ["By rule", "Kept", "New", "Pushed"]


def test_the_same_groups_change_nothing(ada, cast, by_rule, untouched):
    kept = make_group(cast.acme, "Kept", [cast.ben])

    with untouched():
        assert not actions.replace_groups(by=ada, person=cast.ben, into=[kept])


def test_nobody_is_put_into_a_dynamic_group(ada, cast, by_rule, untouched):
    with pytest.raises(RuleMakesMembers), untouched():
        actions.replace_groups(by=ada, person=cast.erin, into=[by_rule])


def test_others_replace_nothing(ben, mallory, cast, untouched):
    for somebody in (ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.replace_groups(by=somebody, person=cast.ben, into=[])
