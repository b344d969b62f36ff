"""A session begins only for who may sign in, ends no later than the provider's, and makes the old one useless."""

import dataclasses
import datetime as dt

import pytest

from keyhouse.domain.people.models import Person
from keyhouse.domain.sign_in import actions, rules
from keyhouse.domain.sign_in.errors import PersonNotActive
from keyhouse.domain.sign_in.models import Session
from keyhouse.foundation import clock, secrets
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import Permission, Strength
from tests.domain.sign_in.sign_on import nobody, single_sign_on

__all__ = ["nobody", "single_sign_on"]


def started(by, person, through=None):
    step = by.within(Permission.SESSION_START, person)
    return actions.start_session(
        by=step, person=person, method="sso", strength=Strength.SINGLE_SIGN_ON, through=through
    )


def test_the_secret_is_answered_once_and_kept_as_a_hash(cast, acme, nobody):
    session, secret = started(nobody, cast.ben)

    assert session.secret_hash == secrets.hash_of(secret)
    assert (session.person, session.ip, session.device) == (cast.ben, "198.51.100.7", "Firefox")
    assert "ben@acme.example signed in" in audit.events(acme.id)[0].sentence


@pytest.mark.parametrize(("hours", "left"), [(1, 1), (100, 12)])
def test_the_provider_shortens_a_session_and_never_lengthens_it(cast, nobody, single_sign_on, hours, left):
    end = clock.now() + dt.timedelta(hours=hours)
    through = rules.Through(connection=single_sign_on, name_id="ben@acme.example", until=end)

    session, _ = started(nobody, cast.ben, through)

    assert abs(session.until - clock.now() - dt.timedelta(hours=left)) < dt.timedelta(seconds=5)


def test_the_session_that_the_browser_had_ends(cast, acme, nobody):
    """SESS-3: the identifier of before is useless."""
    before, _ = started(nobody, cast.ben)

    started(dataclasses.replace(nobody, session_id=before.id, home_organization_id=acme.id), cast.ben)

    assert list(Session.objects.of(acme).exclude(id=before.id)) == list(Session.objects.of(acme))


@pytest.mark.parametrize("state", ["added", "invited", "locked", "suspended", "deactivated"])
def test_the_gate_is_asked_here_too(cast, acme, nobody, untouched, state):
    """SESS-1: whatever was proved before."""
    Person.objects.of(acme).filter(id=cast.ben.id).update(state=state)

    with pytest.raises(PersonNotActive), untouched():
        started(nobody, cast.ben)


def test_it_is_a_step_of_a_process_and_nothing_else(cast, ada, nobody, untouched):
    for by in (ada, nobody, nobody.within(Permission.SESSION_START, cast.erin)):
        with pytest.raises(NotAllowed), untouched():
            actions.start_session(by=by, person=cast.ben, method="sso", strength=Strength.SINGLE_SIGN_ON)
