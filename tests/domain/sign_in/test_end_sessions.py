"""Ending sessions."""

import pytest

from keyhouse.domain.sign_in import actions, queries
from keyhouse.domain.sign_in.errors import SessionNotFound
from keyhouse.domain.sign_in.models import Session
from keyhouse.foundation.errors import NotAllowed
from tests.domain.credentials.proofs import give_password
from tests.domain.sign_in.walking import begin, password


@pytest.fixture
def session(cast):
    give_password(cast.finn)
    return password(begin("finn.home@mail.example").secret).session


def test_a_person_ends_her_own_session(finn, cast, session):
    live = queries.session(session)

    actions.end_sessions(by=finn, person=cast.finn, only=live.id)

    assert queries.session(session) is None and not Session.objects.of_nobody().exists()


def test_a_session_that_is_gone_is_not_ended_again(finn, cast, session, untouched):
    with pytest.raises(SessionNotFound), untouched():
        actions.end_sessions(by=finn, person=cast.finn, only=1)


def test_nobody_ends_somebody_elses(ada, ben, mallory, cast, session, untouched):
    live = queries.session(session)

    for stranger in (ada, ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.end_sessions(by=stranger, person=cast.finn, only=live.id)
        with pytest.raises((NotAllowed, SessionNotFound)), untouched():
            actions.end_sessions(by=stranger, person=cast.ben, only=live.id)
