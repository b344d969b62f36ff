"""Choosing how a person signs in."""

import pytest

from keyhouse.domain.administration.errors import LastBreakGlass
from keyhouse.domain.people.models import Person, SignInMethod
from keyhouse.domain.profiles import actions
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed


def choose(by, person, method):
    return actions.choose_sign_in_method(by=by, person=person, method=method)


def test_the_method_is_set_and_the_log_tells_it(ada, cast):
    assert choose(ada, cast.ben, SignInMethod.PASSWORD)

    assert Person.objects.of(cast.acme).get(id=cast.ben.id).sign_in_method == "password"
    assert "ben@acme.example" in audit.events(cast.acme.id)[0].sentence


def test_the_same_method_changes_nothing(ada, cast, untouched):
    with untouched():
        assert not choose(ada, cast.ben, SignInMethod.SSO)


def test_the_last_way_in_by_password_stays(ada, cast, untouched):
    """AUTH-2: the last break-glass administrator isn't moved to single sign-on."""
    with pytest.raises(LastBreakGlass), untouched():
        choose(ada, cast.ada, SignInMethod.SSO)


def test_others_choose_nothing(ben, mallory, cast, untouched):
    for stranger in (ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            choose(stranger, cast.ben, SignInMethod.PASSWORD)
