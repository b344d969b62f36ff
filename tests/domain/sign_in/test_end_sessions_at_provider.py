"""Sessions that the identity provider has ended end here too, and only those."""

import pytest

from keyhouse.domain.sign_in import actions, rules
from keyhouse.domain.sign_in.models import Session
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import Permission, Strength
from tests.domain.sign_in.sign_on import make_sign_on, nobody, single_sign_on

__all__ = ["nobody", "single_sign_on"]


@pytest.fixture
def sessions(cast, single_sign_on, nobody):
    """Ben has two sessions through Okta, one through Entra, and one without any."""
    step = nobody.within(Permission.SESSION_START, cast.ben)
    entra = make_sign_on(cast, "Entra")
    ways = [(single_sign_on, "_one"), (single_sign_on, "_two"), (entra, "_one"), (None, "")]
    for connection, index in ways:
        through = connection and rules.Through(connection=connection, name_id="ben@acme.example", session_index=index)
        strength = Strength.SINGLE_SIGN_ON
        actions.start_session(by=step, person=cast.ben, method="sso", strength=strength, through=through)
    return Session.objects.of(cast.acme)


def ended(by, connection, person, *indexes):
    step = by.within(Permission.SESSIONS_END, person)
    return actions.end_sessions_at_provider(by=step, connection=connection, person=person, session_indexes=indexes)


@pytest.mark.parametrize(("indexes", "left"), [(("_one",), 3), ((), 2), (("_three",), 4), (("_one", "_two"), 2)])
def test_those_of_the_indexes_end_or_all_of_the_connection(cast, nobody, single_sign_on, sessions, indexes, left):
    """SAML-9: a known index ends its session, no index ends those of the name at this connection."""
    ended(nobody, single_sign_on, cast.ben, *indexes)

    assert sessions.count() == left


def test_it_is_a_step_for_one_person_and_nothing_else(cast, ada, single_sign_on, sessions, untouched):
    with pytest.raises(NotAllowed), untouched():
        actions.end_sessions_at_provider(
            by=ada.within(Permission.SESSIONS_END, cast.erin), connection=single_sign_on, person=cast.ben,
            session_indexes=(),
        )  # fmt: skip
