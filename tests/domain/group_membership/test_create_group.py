"""Create group: a name that is free, and nobody in it yet."""

import pytest

from keyhouse.domain.group_membership import actions
from keyhouse.domain.groups.errors import GroupNameNeeded, GroupNameTaken, RuleIsBroken
from keyhouse.foundation.errors import NotAllowed
from tests.domain.group_membership.people import make_group, rule_of


def test_a_static_group_begins_empty(ada, cast):
    group = actions.create_group(by=ada, organization=cast.acme, name="  Night  shift ", description="Who is up late")

    assert (group.name, group.description, group.kind) == ("Night shift", "Who is up late", "static")


def test_a_group_with_a_rule_is_dynamic(ada, cast):
    rule = rule_of(("department", "is", "Sales"))

    group = actions.create_group(by=ada, organization=cast.acme, name="Sales", rule=rule)

    assert group.kind == "dynamic"
    assert group.rule.rule == rule.as_json()


def test_a_name_is_taken_once_whatever_its_letter_case(ada, cast, untouched):
    make_group(cast.acme, "Sales")

    with pytest.raises(GroupNameTaken, match="Sales"), untouched():
        actions.create_group(by=ada, organization=cast.acme, name="SALES")


@pytest.mark.parametrize("name", ["  ", "x" * 101], ids=["empty", "too long"])
def test_a_name_has_1_to_100_characters(ada, cast, untouched, name):
    with pytest.raises(GroupNameNeeded), untouched():
        actions.create_group(by=ada, organization=cast.acme, name=name)


def test_a_manager_of_a_rule_is_somebody_of_the_organization(ada, cast, untouched):
    rule = rule_of(("manager", "is", str(cast.mallory.id)))

    with pytest.raises(RuleIsBroken, match="Manager is never"), untouched():
        actions.create_group(by=ada, organization=cast.acme, name="Mallory's", rule=rule)


def test_nobody_makes_one_without_the_permission(ben, mallory, cast, untouched):
    for somebody in (ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.create_group(by=somebody, organization=cast.acme, name="Ours")
