"""Lifting a hold: what the connection asked for meanwhile takes effect."""

import pytest

from keyhouse.domain.deprovisioning import actions
from keyhouse.foundation.errors import NotAllowed


@pytest.fixture
def held(ada, cast):
    """Ben, managed by Okta and deactivated by Ada."""
    cast.ben.managed_by = cast.scim
    cast.ben.save()
    return actions.deactivate_person(by=ada, person=cast.ben)


def test_a_remembered_wish_brings_the_person_back(ada, held):
    held.remembered_active = True
    held.save()

    back = actions.lift_hold(by=ada, person=held)

    assert (back.state, back.hold, back.remembered_active) == ("active", False, None)


def test_without_a_wish_the_account_stays_gone(ada, held):
    assert held.hold
    assert actions.lift_hold(by=ada, person=held).state == "deactivated"


def test_a_connection_lifts_no_hold(okta, held, untouched):
    with pytest.raises(NotAllowed), untouched():
        actions.lift_hold(by=okta, person=held)
