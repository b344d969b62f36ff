"""Changing a person for her connection: what it did not say stays."""

import dataclasses
import datetime as dt

import pytest

from keyhouse.domain.credentials.models import PersonLink
from keyhouse.domain.lifecycle import actions
from keyhouse.domain.lifecycle.errors import ForeignDomain
from keyhouse.domain.lifecycle.rules import Incoming
from keyhouse.domain.people import rules
from keyhouse.domain.people.rules import SignInMethod
from keyhouse.foundation import clock
from keyhouse.foundation.addresses import address
from keyhouse.foundation.errors import NotAllowed


@pytest.fixture
def managed(cast):
    """Ben, managed by Okta."""
    cast.ben.managed_by = cast.scim
    cast.ben.save()
    return cast.ben


def change(by, cast, person, email="ben@acme.example", **more):
    wanted = Incoming(address=address(email), profile=rules.profile_of(person), **more)
    return actions.change_provisioned_person(by=by, connection=cast.scim, person=person, incoming=wanted)


def test_a_request_without_effect_changes_nothing(okta, cast, managed, untouched):
    with untouched():
        change(okta, cast, managed)


def test_a_new_address_kills_the_links_sent_to_the_old_one(okta, cast, managed):
    """SCIM-3: a reset link sent before a change of address is dead."""
    PersonLink.objects.of(cast.acme).create(
        person=managed,
        purpose="reset",
        address="ben@acme.example",
        handle_hash="x",
        made_at=clock.now(),
        until=clock.now(),
    )

    assert change(okta, cast, managed, "benny@acme.example").email == "benny@acme.example"
    assert not PersonLink.objects.of(cast.acme).exists()


def test_an_address_in_a_domain_that_is_not_verified_here_is_refused(okta, cast, managed, untouched):
    """SCIM-3: a connection sets addresses only in verified domains of its organization."""
    for email in ("ada@rival.example", "ben@acme-labs.example"):
        with pytest.raises(ForeignDomain), untouched():
            change(okta, cast, managed, email)


def test_the_sign_in_method_is_overwritten_when_it_is_sent(okta, cast, managed):
    assert change(okta, cast, managed, method=SignInMethod.PASSWORD).sign_in_method == "password"
    assert change(okta, cast, managed).sign_in_method == "password"


def test_people_of_others_are_not_changed(okta, mallory, cast, untouched):
    for by in (okta, mallory):
        with pytest.raises(NotAllowed), untouched():
            change(by, cast, cast.erin, "erin@acme.example")


def test_a_last_day_that_is_over_deactivates_at_once_and_for_as_long_as_it_stands(okta, cast, managed):
    def leave(days, **more):
        profile = dataclasses.replace(rules.profile_of(managed), term_date=clock.now() + dt.timedelta(days=days))
        wanted = Incoming(address=address("ben@acme.example"), profile=profile, **more)
        return actions.change_provisioned_person(by=okta, connection=cast.scim, person=managed, incoming=wanted)

    assert leave(+2).state == "active"
    assert leave(-2).state == "deactivated"
    assert leave(-2, active=True).state == "deactivated"
    assert leave(+2, active=True).state == "active"
