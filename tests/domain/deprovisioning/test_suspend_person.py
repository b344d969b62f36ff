"""Suspending: nobody can sign in, and nothing is removed."""

import pytest

from keyhouse.domain.administration.errors import LastBreakGlass
from keyhouse.domain.deprovisioning import actions
from keyhouse.domain.people.errors import WrongState
from keyhouse.domain.portfolios.models import Membership
from keyhouse.foundation.errors import NotAllowed


def test_a_suspended_person_keeps_everything_but_the_way_in(ada, cast):
    assert actions.suspend_person(by=ada, person=cast.ben, reason="investigation").state == "suspended"
    assert Membership.objects.of(cast.acme).get(person=cast.ben).state == "active"


def test_the_last_administrator_with_a_password_is_not_suspended(ada, cast, untouched):
    """AUTH-2: suspending is a removal too."""
    with pytest.raises(LastBreakGlass), untouched():
        actions.suspend_person(by=ada, person=cast.ada, reason="x")


def test_only_active_and_locked_people_are_suspended(ada, cast, untouched):
    with pytest.raises(WrongState), untouched():
        actions.suspend_person(by=ada, person=cast.dana, reason="x")


def test_a_connection_and_ben_suspend_nobody(okta, ben, cast, untouched):
    for by in (okta, ben):
        with pytest.raises(NotAllowed), untouched():
            actions.suspend_person(by=by, person=cast.erin, reason="x")
