"""Not letting a guest in."""

import pytest

from keyhouse.domain.relationships import actions, queries
from keyhouse.domain.relationships.errors import NotWaiting
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed


def test_she_isnt_let_in_and_can_be_added_again(ada, cleo, cast, hosted, asked):
    actions.decline_guest(by=ada, guest=asked)

    assert queries.guests_of(ada, hosted) == []
    assert audit.events(cast.brightside.id)[0].sentence == "Acme declined cleo@brightside.example of Brightside."
    assert actions.add_guests(by=cleo, relationship=hosted, people=[cast.cleo])[0].state == "requested"


def test_a_guest_who_is_in_is_removed_and_not_declined(ada, guest, untouched):
    with pytest.raises(NotWaiting), untouched():
        actions.decline_guest(by=ada, guest=guest)


def test_only_the_host_declines(ben, cleo, mallory, asked, untouched):
    for stranger in (ben, cleo, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.decline_guest(by=stranger, guest=asked)
