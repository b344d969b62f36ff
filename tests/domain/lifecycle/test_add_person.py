"""Adding a person by hand."""

import pytest

from keyhouse.domain.lifecycle import actions
from keyhouse.domain.people.errors import AddressElsewhere, AddressTaken
from keyhouse.domain.people.rules import Profile
from keyhouse.foundation.addresses import NotAnAddress
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from tests.cast import make_person


def add(by, cast, email, **more):
    return actions.add_person(by=by, organization=cast.acme, email=email, **more)


def test_on_a_verified_domain_she_is_invited_at_once(ada, cast):
    kim = add(ada, cast, "kim@acme.example", profile=Profile(given_name="Kim"))

    assert (kim.state, kim.name, kim.sign_in_method) == ("invited", "Kim", "password")
    assert [line.title for line in audit.events(cast.acme.id)] == ["Account invited", "Account created"]


def test_invite_later_and_an_unverified_domain_only_add(ada, cast):
    assert add(ada, cast, "kim@acme.example", invite=False).state == "added"
    assert add(ada, cast, "kim@acme-labs.example").state == "added"


def test_an_address_that_is_used_or_none_is_refused(ada, cast, untouched):
    for email, error in (
        ("ben@acme.example", AddressTaken),
        ("x", NotAnAddress),
        ("mallory@rival.example", AddressElsewhere),
    ):
        with pytest.raises(error), untouched():
            add(ada, cast, email)


def test_in_a_verified_domain_an_account_elsewhere_is_no_obstacle(ada, cast):
    make_person(cast.rival, "kim@acme.example", "Kim")

    kim = add(ada, cast, "kim@acme.example")

    assert (kim.state, kim.holds_address) == ("invited", False)


def test_ben_and_mallory_add_nobody(ben, mallory, cast, untouched):
    for by in (ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            add(by, cast, "kim@acme.example")
