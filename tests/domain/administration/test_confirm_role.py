"""Giving a role back that slept while its holder was away."""

import pytest

from keyhouse.domain.administration import actions, queries
from keyhouse.domain.administration.errors import OwnRole, RoleNeedsUsableAccount
from keyhouse.domain.administration.models import RoleHolder
from keyhouse.foundation.errors import NotAllowed


@pytest.fixture
def sleeping(cast):
    """Erin's role, paused."""
    RoleHolder.objects.of(cast.acme).filter(person=cast.erin).update(paused=True)
    return queries.roles_of(cast.erin)[0]


def test_a_sleeping_role_allows_nothing_until_it_is_confirmed(ada, cast, sleeping):
    assert queries.permissions_of(cast.erin) == frozenset()

    actions.confirm_role(by=ada, holder=sleeping)

    assert queries.is_system_admin(cast.erin)


def test_nobody_confirms_her_own_role(erin, sleeping, untouched):
    with pytest.raises(OwnRole), untouched():
        actions.confirm_role(by=erin, holder=sleeping)


def test_a_deactivated_person_gets_nothing_back(ada, cast, untouched):
    RoleHolder.objects.of(cast.acme).filter(person=cast.erin).update(person=cast.dana, paused=True)

    with pytest.raises(RoleNeedsUsableAccount), untouched():
        actions.confirm_role(by=ada, holder=queries.roles_of(cast.dana)[0])


def test_others_confirm_nothing(ben, mallory, sleeping, untouched):
    for stranger in (ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.confirm_role(by=stranger, holder=sleeping)
