"""Edit group: its name and its description."""

import pytest

from keyhouse.domain.group_membership import actions
from keyhouse.domain.groups.errors import ConnectionMakesMembers, GroupNameTaken
from keyhouse.domain.groups.models import GroupKind
from keyhouse.foundation.errors import NotAllowed, NotFound
from tests.domain.group_membership.people import make_group


def test_name_and_description_are_changed(ada, cast):
    group = make_group(cast.acme, "Sales")

    edited = actions.edit_group(by=ada, group=group, name="Sales team", description="Sells bikes")

    assert (edited.name, edited.name_folded, edited.description) == ("Sales team", "sales team", "Sells bikes")


def test_a_group_may_keep_its_own_name_in_other_letters(ada, cast):
    group = make_group(cast.acme, "Sales")

    assert actions.edit_group(by=ada, group=group, name="SALES", description="").name == "SALES"


def test_the_name_of_another_group_is_refused(ada, cast, untouched):
    group = make_group(cast.acme, "Sales")
    make_group(cast.acme, "Support")

    with pytest.raises(GroupNameTaken), untouched():
        actions.edit_group(by=ada, group=group, name="support", description="")


def test_saving_without_a_change_leaves_no_trace(ada, cast, untouched):
    group = make_group(cast.acme, "Sales")

    with untouched():
        actions.edit_group(by=ada, group=group, name="Sales", description="")


def test_what_a_connection_pushes_is_named_there(ada, cast, untouched):
    group = make_group(cast.acme, "Pushed", kind=GroupKind.PROVISIONED, connection=cast.scim)

    with pytest.raises(ConnectionMakesMembers, match=cast.scim.name), untouched():
        actions.edit_group(by=ada, group=group, name="Ours", description="")


def test_nobody_edits_without_the_permission(ben, mallory, cast, untouched):
    group = make_group(cast.acme, "Sales")

    for somebody in (ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.edit_group(by=somebody, group=group, name="Ours", description="")


def test_a_group_that_is_gone_is_not_edited(ada, cast):
    group = make_group(cast.acme, "Sales")
    type(group).objects.of(cast.acme).filter(id=group.id).delete()

    with pytest.raises(NotFound):
        actions.edit_group(by=ada, group=group, name="Ours", description="")
