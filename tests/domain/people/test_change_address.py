"""Changing an address: free in the organization, and nothing is linked or confirmed by it."""

import pytest

from keyhouse.domain.people import actions
from keyhouse.domain.people.errors import AddressTaken
from keyhouse.foundation.addresses import address
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import Permission


def change(by, person, email):
    actions.change_address(by=by.within(Permission.PERSON_CHANGE, person), person=person, address=address(email))


def test_the_new_address_counts_from_now_on(okta, cast):
    change(okta, cast.ben, "Benny@acme.example")

    cast.ben.refresh_from_db()
    assert (cast.ben.email, cast.ben.email_folded) == ("Benny@acme.example", "benny@acme.example")
    assert cast.ben.activated_at is not None and cast.ben.state == "active"


def test_an_address_of_somebody_else_is_refused(okta, cast, untouched):
    with pytest.raises(AddressTaken), untouched():
        change(okta, cast.ben, "ERIN@acme.example")


def test_nobody_does_it_outside_of_a_process(okta, cast, untouched):
    with pytest.raises(NotAllowed), untouched():
        actions.change_address(by=okta, person=cast.ben, address=address("b@acme.example"))
