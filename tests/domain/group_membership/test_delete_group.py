"""Delete group: it goes with everything that it gave."""

import pytest

from keyhouse.domain.group_membership import actions
from keyhouse.domain.groups.errors import ConnectionMakesMembers
from keyhouse.domain.groups.models import GroupKind, GroupMember, PersonGroup
from keyhouse.foundation.errors import NotAllowed
from tests.domain.group_membership.people import make_group


def test_the_group_and_its_places_are_gone(ada, cast):
    group = make_group(cast.acme, "Sales", [cast.ben])

    actions.delete_group(by=ada, group=group)

    assert not PersonGroup.objects.of(cast.acme).exists()
    assert not GroupMember.objects.of(cast.acme).exists()


def test_what_a_connection_pushes_is_deleted_there(ada, cast, untouched):
    group = make_group(cast.acme, "Pushed", kind=GroupKind.PROVISIONED, connection=cast.scim)

    with pytest.raises(ConnectionMakesMembers, match=cast.scim.name), untouched():
        actions.delete_group(by=ada, group=group)


def test_nobody_deletes_without_the_permission(ben, mallory, cast, untouched):
    group = make_group(cast.acme, "Sales")

    for somebody in (ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.delete_group(by=somebody, group=group)
