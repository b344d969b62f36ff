"""Beginning a sign-in."""

import dataclasses
import datetime as dt

import pytest
import time_machine

from keyhouse.domain.people.models import PersonKind
from keyhouse.domain.sign_in import queries
from keyhouse.domain.sign_in.errors import TooManySignIns
from keyhouse.domain.sign_in.models import SignInStep
from keyhouse.domain.sign_in.rules import Step
from keyhouse.foundation import clock
from keyhouse.foundation.errors import Refused
from tests.domain.sign_in.walking import DOOR, begin, switch_sign_on_on


@pytest.fixture
def okta_sign_on(cast):
    """Acme's single sign-on."""
    return switch_sign_on_on(cast)


def test_people_with_single_sign_on_are_sent_there_and_the_others_are_asked_for_a_password(cast, okta_sign_on):
    steps = {email: begin(email).step for email in ("ben@acme.example", "ada@acme.example", "cleo@brightside.example")}

    assert list(steps.values()) == [Step.SIGN_ON, Step.PASSWORD, Step.PASSWORD]


@pytest.mark.parametrize("email", ["nobody@acme.example", "dana@acme.example", "x@nowhere.example"])
def test_unknown_and_deactivated_people_are_asked_for_a_password_and_never_redirected(cast, okta_sign_on, email):
    """SESS-8: a person who left gets the answer of an unknown address."""
    cast.dana.sign_in_method = "sso"
    cast.dana.save()

    begun = begin(email)

    assert begun.step == Step.PASSWORD and begun.secret


@pytest.mark.parametrize("state", ["suspended", "locked", "deactivated"])
def test_single_sign_on_redirects_stop_with_the_account(cast, okta_sign_on, state):
    cast.ben.state = state
    cast.ben.save()

    assert begin("ben@acme.example").step == Step.PASSWORD


def test_any_writing_of_an_address_means_the_same_person(cast, okta_sign_on):
    """SESS-4: case, space and the writing of the domain do not make another person."""
    for email in ("BEN@ACME.EXAMPLE", " Ben@Acme.Example "):
        begin(email)

    assert set(SignInStep.objects.of(cast.acme).values_list("person_id", flat=True)) == {cast.ben.id}


def test_twenty_addresses_a_minute_are_enough_from_one_place(cast):
    for number in range(20):
        assert not isinstance(begin(f"nobody{number}@acme.example"), Refused)

    refused = begin("ada@acme.example")

    assert isinstance(refused, Refused) and isinstance(refused.rule, TooManySignIns)
    assert not isinstance(begin("ada@acme.example", by=dataclasses.replace(DOOR, ip="192.0.2.2")), Refused)
    with time_machine.travel(clock.now() + dt.timedelta(minutes=1, seconds=1), tick=False):
        assert not isinstance(begin("ada@acme.example"), Refused)


def test_a_person_with_two_roles_says_which_one_she_means(cast):
    cast.finn.email = cast.finn.email_folded = "cleo@brightside.example"
    cast.finn.save()

    begun = begin("cleo@brightside.example", kind=PersonKind.PERSONAL)

    assert queries.has_two_roles("cleo@brightside.example") and not queries.has_two_roles("ada@acme.example")
    assert queries.step(begun.secret, Step.PASSWORD).person == cast.finn


@pytest.mark.parametrize(
    "next", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", ""]
)
def test_where_she_goes_afterwards_is_a_path_of_ours(cast, next):
    begun = begin("ada@acme.example", next=next)

    assert begun.next == "/"
