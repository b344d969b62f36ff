"""Revealing a masked person."""

import datetime as dt

import pytest
import time_machine

from keyhouse.domain.portfolios import actions, queries
from keyhouse.domain.portfolios.errors import NotMasked, ReasonMissing
from keyhouse.foundation import clock
from keyhouse.foundation.errors import NotAllowed


def reveal(by, cast, person=None, reason="Handing over"):
    person = person or cast.dana
    return actions.reveal_person(by=by, portfolio=cast.spring_campaign, person_id=person.id, reason=reason)


def name_for(actor, cast):
    return queries.shown(actor, [cast.dana], cast.acme.id)[cast.dana.id].name


def test_whoever_has_left_is_masked_for_everybody(ada, ben, cast):
    assert (name_for(ada, cast), name_for(ben, cast)) == ("*****", "*****")


def test_a_system_admin_sees_her_for_ten_minutes_and_nobody_else_does(ada, erin, cast):
    reveal(ada, cast)

    assert (name_for(ada, cast), name_for(erin, cast)) == ("Dana", "*****")
    with time_machine.travel(clock.now() + dt.timedelta(minutes=10, seconds=1)):
        assert name_for(ada, cast) == "*****"


def test_full_control_alone_reveals_nobody(cleo, ben, cast, untouched):
    with pytest.raises(NotAllowed), untouched():
        reveal(ben, cast)


def test_a_reason_is_needed(ada, cast, untouched):
    with pytest.raises(ReasonMissing), untouched():
        reveal(ada, cast, reason="")


def test_only_masked_people_are_revealed(ada, cast, untouched):
    with pytest.raises(NotMasked), untouched():
        reveal(ada, cast, person=cast.ben)
