"""The default roles of an organization."""

import pytest

from keyhouse.domain.administration import actions, queries, rules
from keyhouse.domain.administration.errors import NoSuchRole
from keyhouse.domain.administration.models import Role
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import operator_actor
from tests.cast import make_organization


@pytest.mark.django_db
def test_a_new_organization_gets_its_default_roles_once():
    umbra = make_organization("Umbra")

    roles = [actions.set_up_roles(by=operator_actor(umbra.id), organization=umbra) for _ in range(2)]

    assert roles[0].id == roles[1].id
    assert set(Role.objects.of(umbra).values_list("code", flat=True)) == set(rules.RoleCode)
    assert rules.permissions_given_by(roles[0]) == rules.SYSTEM_ADMIN_PERMISSIONS


@pytest.mark.django_db
def test_before_it_there_is_no_role():
    with pytest.raises(NoSuchRole):
        queries.system_admin_role(make_organization("Umbra"))


def test_administrators_set_up_nothing(ada, cast, untouched):
    with pytest.raises(NotAllowed), untouched():
        actions.set_up_roles(by=ada, organization=cast.acme)


def test_manage_includes_view():
    role = Role(permissions=["people.manage", "assign_admin_roles", "nonsense"])

    assert {one.value for one in rules.permissions_given_by(role)} == {"people.manage", "people.view"}
