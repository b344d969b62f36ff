"""Creating a custom admin role."""

import pytest

from keyhouse.domain.administration import actions
from keyhouse.domain.administration.errors import ReservedRight, RoleAllowsNothing, RoleNameTaken
from keyhouse.domain.administration.models import Role
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed


def create(by, cast, name="Help desk", permissions=("people.view",)):
    return actions.create_role(by=by, organization=cast.acme, name=name, description="", permissions=permissions)


def test_a_role_allows_what_was_chosen(ada, cast):
    role = create(ada, cast, permissions=["people.manage", "logs.view"])

    assert role.permissions == ["logs.view", "people.manage", "people.view"]
    assert audit.events(cast.acme.id)[0].tag == "administration.role.created"


def test_two_roles_never_share_a_name(ada, cast, untouched):
    create(ada, cast)

    with pytest.raises(RoleNameTaken), untouched():
        create(ada, cast, name=" help DESK ")


@pytest.mark.parametrize("right", ["assign_admin_roles", "delete_organization", "decide", "unheard.of"])
def test_a_reserved_right_is_part_of_no_role(ada, cast, untouched, right):
    with pytest.raises(ReservedRight), untouched():
        create(ada, cast, permissions=["people.view", right])


def test_a_role_allows_something(ada, cast, untouched):
    with pytest.raises(RoleAllowsNothing), untouched():
        create(ada, cast, permissions=[])


def test_nobody_else_makes_a_role(ben, mallory, cast, untouched):
    for stranger in (ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            create(stranger, cast)
    assert not Role.objects.of(cast.acme).filter(code="").exists()
