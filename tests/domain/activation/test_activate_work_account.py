"""Activating a work account."""

import dataclasses
import datetime as dt

import pytest
import time_machine

from keyhouse.domain.activation.errors import (
    ActivatesBySignOn,
    AddressStillElsewhere,
    AlreadyActive,
    NotToActivate,
    SecondFactorMissing,
    TooYoung,
)
from keyhouse.domain.credentials import queries as credentials
from keyhouse.domain.credentials.errors import LinkExpired, LinkNotFound, LinkReplaced, WrongCode
from keyhouse.domain.email_domains.models import EmailDomain
from keyhouse.domain.people.models import Person
from keyhouse.domain.sign_in import queries
from keyhouse.foundation import clock
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import Strength
from tests.domain.activation.arriving import activate, chosen, link_for, newcomer
from tests.domain.credentials.proofs import try_password
from tests.domain.sign_in.walking import switch_sign_on_on


def test_a_link_makes_the_account_active_and_signs_its_person_in(cast):
    gil = newcomer(cast)

    done = activate(link_for(gil))

    gil = Person.objects.of(cast.acme).get(id=gil.id)
    assert (gil.state, gil.was_activated) == ("active", True) and try_password(gil) is None
    assert queries.session(done.session).person_id == gil.id


def test_a_person_who_was_not_invited_yet_may_be_handed_a_link(cast):
    assert activate(link_for(newcomer(cast, state="added"))).person.state == "active"


def test_pressed_twice_it_says_that_the_account_is_active(cast, untouched):
    gil = newcomer(cast)
    link = link_for(gil)
    activate(link)

    with pytest.raises(AlreadyActive), untouched():
        activate(link)


def test_an_administrator_sets_up_her_authenticator_app(cast, untouched):
    nia = newcomer(cast, "Nia", admin=True)
    link = link_for(nia)
    with pytest.raises(SecondFactorMissing), untouched():
        activate(link)

    done = activate(link, chosen(app=True))

    assert queries.session(done.session).strength == Strength.TWO_FACTORS
    assert credentials.has_second_factor(nia) and credentials.recovery_codes_left(nia) == 10


def test_a_wrong_code_of_the_app_activates_nothing(cast, untouched):
    what = chosen(app=True)
    wrong = dataclasses.replace(what, app=dataclasses.replace(what.app, code="000000"))
    link = link_for(newcomer(cast))

    with pytest.raises(WrongCode), untouched():
        activate(link, wrong)


@pytest.mark.parametrize(("admin", "years"), [(False, 16), (True, 18)])
def test_the_age_is_checked_and_not_kept(cast, untouched, admin, years):
    link = link_for(newcomer(cast, admin=admin))
    today = clock.now().date()
    birthday = today.replace(year=today.year - years, day=min(today.day, 28))

    with pytest.raises(TooYoung, match=str(years)), untouched():
        activate(link, chosen(app=True, born=birthday + dt.timedelta(days=1 + today.day - birthday.day)))

    assert activate(link, chosen(app=True, born=birthday))


def test_a_link_opens_nothing_after_seven_days(cast, untouched):
    """INV-2: the expiry is checked at the use, with no clean-up running."""
    link, later = link_for(newcomer(cast)), clock.now() + dt.timedelta(days=7)

    with time_machine.travel(later, tick=False), pytest.raises(LinkExpired), untouched():
        activate(link)


def test_a_replaced_link_opens_nothing(cast, untouched):
    gil = newcomer(cast)
    older, newer = link_for(gil), link_for(gil)

    with pytest.raises(LinkReplaced), untouched():
        activate(older)
    activate(newer)


@pytest.mark.parametrize("holding", ["", "0" * 64])
def test_only_who_holds_the_link_uses_it(cast, untouched, holding):
    """INV-1: the row decides; knowing its hash is not holding its secret."""
    link = link_for(newcomer(cast))

    with pytest.raises(NotAllowed), untouched():
        activate(link, holding=holding)


@pytest.mark.parametrize("state", ["deactivated", "suspended", "locked"])
def test_an_account_that_is_off_is_not_activated(cast, untouched, state):
    """SESS-1: activation is a way in."""
    gil = newcomer(cast)
    link = link_for(gil)
    gil.state = state
    gil.save()

    with pytest.raises(NotToActivate), untouched():
        activate(link)


def test_a_suspended_organization_and_a_lapsed_domain_activate_nobody(cast, untouched):
    link = link_for(newcomer(cast))
    EmailDomain.objects.of(cast.acme).filter(name="acme.example").update(state="lapsed")
    with pytest.raises(NotToActivate), untouched():
        activate(link)
    EmailDomain.objects.of(cast.acme).filter(name="acme.example").update(state="verified")
    cast.acme.state = "suspended"
    cast.acme.save()

    with pytest.raises(NotToActivate), untouched():
        activate(link)


def test_an_address_that_another_account_holds_is_not_activated(cast, untouched):
    link = link_for(newcomer(cast, holds_address=False))

    with pytest.raises(AddressStillElsewhere), untouched():
        activate(link)


def test_people_with_single_sign_on_set_no_password(cast, untouched):
    """SESS-8: whoever is sent to the identity provider activates there."""
    switch_sign_on_on(cast)
    link = link_for(newcomer(cast, sign_in_method="sso"))

    with pytest.raises(ActivatesBySignOn, match="Acme Okta"), untouched():
        activate(link)


@pytest.mark.parametrize("secret", ["", " ", "x" * 43])
def test_what_is_no_link_opens_nothing(cast, untouched, secret):
    with pytest.raises(LinkNotFound), untouched():
        activate(secret)
