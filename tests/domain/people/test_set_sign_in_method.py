"""Choosing how a person signs in."""

import pytest

from keyhouse.domain.people import actions
from keyhouse.domain.people.rules import SignInMethod
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import Permission


def test_the_method_changes_once(okta, cast, untouched):
    step = okta.within(Permission.PERSON_CHANGE, cast.ben)

    assert actions.set_sign_in_method(by=step, person=cast.ben, method=SignInMethod.PASSWORD)
    with untouched():
        assert not actions.set_sign_in_method(by=step, person=cast.ben, method=SignInMethod.PASSWORD)


def test_nobody_does_it_outside_of_a_process(okta, cast, untouched):
    with pytest.raises(NotAllowed), untouched():
        actions.set_sign_in_method(by=okta, person=cast.ben, method=SignInMethod.PASSWORD)
