"""Deleting a custom admin role."""

import pytest

from keyhouse.domain.administration import actions, queries
from keyhouse.domain.administration.errors import RoleIsDefault
from keyhouse.domain.administration.models import Role
from keyhouse.foundation.errors import NotAllowed
from tests.domain.administration.test_create_role import create


def test_a_deleted_role_is_gone(ada, cast):
    actions.delete_role(by=ada, role=create(ada, cast))

    assert not Role.objects.of(cast.acme).filter(code="").exists()


def test_a_default_role_is_never_deleted(ada, cast, untouched):
    with pytest.raises(RoleIsDefault), untouched():
        actions.delete_role(by=ada, role=queries.system_admin_role(cast.acme))


def test_nobody_else_deletes_a_role(ada, ben, mallory, cast, untouched):
    role = create(ada, cast)

    for stranger in (ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.delete_role(by=stranger, role=role)
