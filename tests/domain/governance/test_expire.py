"""A request that nobody decided in time."""

import pytest

from keyhouse.domain.governance import actions
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import system_actor
from tests.domain.governance.asked import again, ask, later


def test_after_seven_days_it_is_closed_and_changes_nothing(ada, cast):
    asked = ask(ada, cast)

    with later(days=7):
        assert actions.expire(by=system_actor(cast.acme.id), approval=asked)

    assert again(asked).state == "expired"
    assert audit.events(cast.acme.id)[0].sentence.startswith("Nobody decided what Ada asked for")


def test_before_that_it_stays(ada, cast, untouched):
    asked = ask(ada, cast)

    with later(days=6), untouched():
        assert not actions.expire(by=system_actor(cast.acme.id), approval=asked)


def test_people_expire_nothing(ada, erin, mallory, cast, untouched):
    asked = ask(ada, cast)

    for stranger in (ada, erin, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.expire(by=stranger, approval=asked)
