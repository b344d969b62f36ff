"""Moving an account between states, with the time and the reason."""

import pytest

from keyhouse.domain.people import actions
from keyhouse.domain.people.rules import PersonState
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import Permission


def move(by, person, state, reason=""):
    return actions.set_state(
        by=by.within(Permission.PERSON_STATE_CHANGE, person), person=person, state=PersonState(state), reason=reason
    )


@pytest.mark.parametrize(
    ("before", "after", "title"),
    [("added", "invited", "Account invited"), ("invited", "active", "Account activated"),
     ("active", "suspended", "Account suspended"), ("suspended", "active", "Account unsuspended"),
     ("active", "locked", "Account locked"), ("active", "deactivated", "Account deactivated"),
     ("suspended", "deactivated", "Account deactivated"), ("deactivated", "active", "Account reactivated")],
)  # fmt: skip
def test_each_move_has_its_line_in_the_log(ada, cast, before, after, title):
    cast.ben.state = before
    cast.ben.save()

    event = move(ada, cast.ben, after, "because")

    cast.ben.refresh_from_db()
    assert (cast.ben.state, cast.ben.state_reason) == (after, "because")
    assert [(line.id, line.title) for line in audit.events(cast.acme.id)] == [(event, title)]


def test_activation_is_remembered_once_and_each_leaving_anew(ada, cast):
    first = cast.ben.activated_at
    for state in ("deactivated", "active"):
        move(ada, cast.ben, state)

    cast.ben.refresh_from_db()
    assert cast.ben.activated_at == first
    assert cast.ben.deactivated_at is not None


def test_nobody_does_it_outside_of_a_process(ada, cast, untouched):
    with pytest.raises(NotAllowed), untouched():
        actions.set_state(by=ada, person=cast.ben, state=PersonState.LOCKED)
