"""Making a one-time sign-in link."""

import datetime as dt

import pytest
import time_machine

from keyhouse.domain.credentials import actions, queries
from keyhouse.domain.credentials.errors import LinkExpired
from keyhouse.domain.credentials.models import LinkPurpose
from keyhouse.foundation import clock
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import operator_actor


def test_the_operator_makes_one_of_fifteen_minutes(cast):
    secret = actions.create_sign_in_link(by=operator_actor(), person=cast.ada)

    link = queries.link(secret, LinkPurpose.ONE_TIME)

    assert queries.why_not_good(link) is None
    with time_machine.travel(clock.now() + dt.timedelta(minutes=15), tick=False):
        assert isinstance(queries.why_not_good(link), LinkExpired)


def test_nobody_else_does(ada, ben, mallory, cast, untouched):
    for stranger in (ada, ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.create_sign_in_link(by=stranger, person=cast.ada)
