"""A dangerous action asks for a sign-in of a moment ago."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from keyhouse.foundation import clock
from keyhouse.foundation.permissions import (
    Actor,
    ActorKind,
    NeedsFreshSignIn,
    operator_actor,
    require_fresh,
    system_actor,
)

FIVE = dt.timedelta(minutes=5)
PERSON = Actor(kind=ActorKind.PERSON, id=1, person_id=1, session_id=2)


def proved(ago: dt.timedelta) -> Actor:
    return dataclasses.replace(PERSON, proved_at=clock.now() - ago)


def test_a_browser_that_proved_itself_within_the_time_may_go_on():
    require_fresh(proved(dt.timedelta(minutes=4)), within=FIVE)


def test_a_browser_that_proved_itself_longer_ago_is_asked_again_and_told_the_time():
    with pytest.raises(NeedsFreshSignIn, match="within the last 5 minutes"):
        require_fresh(proved(dt.timedelta(minutes=5)), within=FIVE)


def test_a_browser_that_never_proved_itself_is_asked():
    with pytest.raises(NeedsFreshSignIn):
        require_fresh(PERSON, within=FIVE)


@pytest.mark.parametrize(
    "actor",
    [operator_actor(), system_actor(), Actor(kind=ActorKind.INTEGRATION, id=3), Actor(kind=ActorKind.PERSON, id=1)],
    ids=["operator", "system", "integration", "person_in_a_job"],
)
def test_who_acts_without_a_browser_is_not_asked(actor):
    require_fresh(actor, within=FIVE)
