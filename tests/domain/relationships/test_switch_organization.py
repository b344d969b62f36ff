"""Switching to another organization as its guest, and back."""

import dataclasses

import pytest

from keyhouse.domain.people.models import Person
from keyhouse.domain.relationships import actions, errors
from keyhouse.domain.relationships.models import ExternalRelationship
from keyhouse.domain.sign_in import hot_sessions, queries
from keyhouse.domain.sign_in.models import Session
from keyhouse.foundation import clock, secrets
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import Strength
from tests.tools.at_the_door import session_of


@pytest.fixture
def here(cast, cleo):
    """Cleo in her browser: her actor, and the secret of its cookie."""
    secret = session_of(cast.cleo)
    found = Session.objects.of(cast.brightside).get(secret_hash=secrets.hash_of(secret))
    return dataclasses.replace(cleo, session_id=found.id), secret


def switch(by, cast, relationship_id):
    return actions.switch_organization(by=by, person=cast.cleo, relationship_id=relationship_id)


def test_the_session_remembers_the_choice_under_a_new_identifier(cast, here, external_admin):
    """SESS-3: after a switch the cookie of before opens nothing."""
    by, old = here

    new = switch(by, cast, external_admin.relationship_id)

    assert hot_sessions.session(old) is None and queries.session(old) is None
    assert hot_sessions.session(new.secret) == queries.session(new.secret)
    assert hot_sessions.session(new.secret).relationship_id == external_admin.relationship_id


def test_and_back_again(cast, here, external_admin):
    by, _ = here
    inside = switch(by, cast, external_admin.relationship_id)

    outside = switch(by, cast, None)

    assert hot_sessions.session(inside.secret) is None
    assert hot_sessions.session(outside.secret).relationship_id is None


def test_both_logs_know_who_came_and_went(cast, here, external_admin):
    by, _ = here
    switch(by, cast, external_admin.relationship_id)
    switch(by, cast, None)

    for organization in (cast.acme, cast.brightside):
        left, came = audit.events(organization.id)[:2]
        assert came.sentence == "cleo@brightside.example of Brightside switched to Acme."
        assert left.sentence == "cleo@brightside.example of Brightside went back from Acme."
        assert came.actor == "Cleo"


@pytest.mark.parametrize("state", ["requested", "declined", "ended"])
def test_without_a_place_nobody_enters(cast, here, hosted, untouched, state):
    from tests.domain.relationships.related import make_external_admin, make_guest

    make_external_admin(make_guest(hosted, cast.cleo, state))

    with pytest.raises(errors.NoPlaceThere), untouched():
        switch(here[0], cast, hosted.id)


def test_a_guest_who_administers_nothing_there_has_nothing_to_open(cast, here, guest, untouched):
    with pytest.raises(errors.NoPlaceThere), untouched():
        switch(here[0], cast, guest.relationship_id)


def test_an_ended_or_foreign_relationship_lets_nobody_in(cast, here, external_admin, untouched):
    ExternalRelationship.objects.of(cast.acme).update(until=clock.now())

    for relationship_id in (external_admin.relationship_id, 999):
        with pytest.raises(errors.NoPlaceThere), untouched():
            switch(here[0], cast, relationship_id)


def test_a_password_alone_is_too_weak_for_an_administrator(cast, here, external_admin, untouched):
    weak = dataclasses.replace(here[0], strength=Strength.PASSWORD)

    with pytest.raises(errors.StrongerSignInForHost), untouched():
        switch(weak, cast, external_admin.relationship_id)


def test_nobody_switches_for_others(ada, ben, mallory, cast, external_admin, untouched):
    for stranger in (ada, ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            switch(stranger, cast, external_admin.relationship_id)


def test_the_account_stays_her_own(cast, here, external_admin):
    switch(here[0], cast, external_admin.relationship_id)

    assert Person.objects.of(cast.brightside).filter(id=cast.cleo.id).exists()
