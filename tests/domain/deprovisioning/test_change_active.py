"""What a connection says about `active` is done, or remembered where an administrator decides."""

import pytest

from keyhouse.domain.deprovisioning import actions
from keyhouse.domain.deprovisioning.errors import OnHold
from keyhouse.foundation.errors import NotAllowed


@pytest.fixture
def managed(cast):
    """Ben, managed by Okta."""
    cast.ben.managed_by = cast.scim
    cast.ben.save()
    return cast.ben


def active(by, person, value, alone=True):
    return actions.change_active(by=by, person=person, active=value, alone=alone)


def test_off_and_on_again(okta, managed):
    gone = active(okta, managed, False)

    assert (gone.state, gone.hold) == ("deactivated", False)
    assert active(okta, gone, True).state == "active"


def test_what_is_so_already_changes_nothing(okta, managed, untouched):
    with untouched():
        active(okta, managed, True)


@pytest.mark.parametrize("state", ["suspended", "locked"])
def test_a_stopped_account_only_remembers(okta, managed, state):
    managed.state = state
    managed.save()

    after = active(okta, managed, True)

    assert (after.state, after.remembered_active) == (state, True)
    assert active(okta, after, False).state == "deactivated"


def test_a_held_account_refuses_or_remembers(okta, ada, managed, untouched):
    held = actions.deactivate_person(by=ada, person=managed)

    with pytest.raises(OnHold), untouched():
        active(okta, held, True)
    assert active(okta, held, True, alone=False).remembered_active is True
    assert active(okta, held, False, alone=False).remembered_active is False


def test_people_whom_it_does_not_manage_are_not_its_business(okta, cast, untouched):
    with pytest.raises(NotAllowed), untouched():
        active(okta, cast.erin, False)
