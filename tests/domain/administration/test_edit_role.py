"""Editing a custom admin role."""

import pytest

from keyhouse.domain.administration import actions, queries
from keyhouse.domain.administration.errors import ReservedRight, RoleIsDefault
from keyhouse.foundation.errors import NotAllowed
from tests.domain.administration.test_create_role import create


def edit(by, role, permissions=("logs.view",)):
    return actions.edit_role(by=by, role=role, name="Auditors", description="They read.", permissions=permissions)


def test_a_role_has_its_new_name_and_permissions(ada, cast):
    role = edit(ada, create(ada, cast))

    assert (role.name, role.permissions) == ("Auditors", ["logs.view"])


def test_a_default_role_stays_as_it_is(ada, cast, untouched):
    with pytest.raises(RoleIsDefault), untouched():
        edit(ada, queries.system_admin_role(cast.acme))


def test_a_reserved_right_never_comes_in_by_an_edit(ada, cast, untouched):
    role = create(ada, cast)

    with pytest.raises(ReservedRight), untouched():
        edit(ada, role, permissions=["turn_off_sso"])


def test_nobody_else_edits_a_role(ada, ben, mallory, cast, untouched):
    role = create(ada, cast)

    for stranger in (ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            edit(stranger, role)
