"""Rotating a bearer token."""

import datetime as dt

import pytest
import time_machine

from keyhouse.domain.sign_in import actions, queries
from keyhouse.foundation import clock
from keyhouse.foundation.errors import NotAllowed
from tests.domain.sign_in.test_create_access_token import provisioning_token


def test_the_old_token_goes_on_for_a_day_beside_the_new_one(ada, cast):
    token, old = provisioning_token(ada, cast)

    _new_token, new = actions.rotate_access_token(by=ada, token=token)

    assert queries.token(old) and queries.token(new) and old != new
    with time_machine.travel(clock.now() + dt.timedelta(hours=24, seconds=1), tick=False):
        assert queries.token(old) is None and queries.token(new) is not None


def test_rotation_never_lengthens_the_life_of_the_old_one(ada, cast):
    token, _secret = provisioning_token(ada, cast, days=1)
    ends = token.until

    actions.rotate_access_token(by=ada, token=token)

    assert queries.access_token(cast.acme.id, token.id).until == ends


def test_nobody_else_rotates_a_token(ada, ben, mallory, cast, untouched):
    token, _secret = provisioning_token(ada, cast)

    for stranger in (ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.rotate_access_token(by=stranger, token=token)
