"""Giving a browser a new identifier."""

import pytest

from keyhouse.domain.recovery import actions
from keyhouse.domain.sign_in.errors import PersonNotActive
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import Permission, Strength
from tests.domain.recovery.signed_in import signed_in


def renew(by, person):
    return actions.renew_session(by=by, person=person, strength=Strength.TWO_FACTORS, method="code")


def test_it_is_remembered_with_the_way_by_which_she_proved_it(cast):
    actor, _secret = signed_in(cast.ada)

    renew(actor.within(Permission.SESSION_START, cast.ada), cast.ada)

    line = audit.events(cast.acme.id, limit=1)[0]
    assert (line.title, line.sentence) == ("Re-authentication", "ada@acme.example proved again who she is, by code.")


def test_it_is_a_step_that_nobody_takes_alone(cast, untouched):
    actor, _secret = signed_in(cast.ada)

    with pytest.raises(NotAllowed), untouched():
        renew(actor, cast.ada)


def test_the_gate_is_asked(cast, untouched):
    """SESS-1: nobody who may not act gets a new identifier."""
    actor, _secret = signed_in(cast.ada)
    cast.ada.state = "suspended"
    cast.ada.save()

    with pytest.raises(PersonNotActive), untouched():
        renew(actor.within(Permission.SESSION_START, cast.ada), cast.ada)
