"""A suspension is lifted by an administrator alone."""

import pytest

from keyhouse.domain.deprovisioning import actions
from keyhouse.domain.people.errors import WrongState
from keyhouse.foundation.errors import NotAllowed


def test_a_suspended_person_may_sign_in_again(ada, cast):
    gone = actions.suspend_person(by=ada, person=cast.ben, reason="x")

    assert actions.unsuspend_person(by=ada, person=gone).state == "active"


def test_only_what_is_suspended_is_lifted(ada, cast, untouched):
    with pytest.raises(WrongState), untouched():
        actions.unsuspend_person(by=ada, person=cast.ben)


def test_a_connection_lifts_nothing(okta, cast, untouched):
    with pytest.raises(NotAllowed), untouched():
        actions.unsuspend_person(by=okta, person=cast.ben)
