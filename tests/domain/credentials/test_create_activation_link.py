"""Making an activation link."""

import datetime as dt

import pytest
import time_machine

from keyhouse.domain.credentials import actions, queries
from keyhouse.domain.credentials.errors import LinkExpired, LinkNotFound, LinkReplaced, NothingToActivate
from keyhouse.domain.credentials.models import LinkPurpose, PersonLink
from keyhouse.foundation import clock
from keyhouse.foundation.errors import NotAllowed
from tests.cast import make_person


@pytest.fixture
def gil(cast):
    """Somebody of Acme who has not activated yet."""
    return make_person(cast.acme, "gil@acme.example", "Gil", state="invited", activated_at=None)


def link(secret):
    return queries.link(secret, LinkPurpose.ACTIVATION)


def test_a_link_is_good_for_seven_days(ada, gil):
    secret = actions.create_activation_link(by=ada, person=gil)

    assert queries.why_not_good(link(secret)) is None and len(secret) == 43
    with time_machine.travel(clock.now() + dt.timedelta(days=7), tick=False):
        assert isinstance(queries.why_not_good(link(secret)), LinkExpired)


def test_a_new_link_ends_the_old_one(ada, gil):
    old = actions.create_activation_link(by=ada, person=gil)

    new = actions.create_activation_link(by=ada, person=gil)

    assert isinstance(queries.why_not_good(link(old)), LinkReplaced) and queries.why_not_good(link(new)) is None


def test_a_link_opens_nothing_after_the_address_was_changed(ada, gil):
    """LINK-4: a link stores the address that it was made for."""
    secret = actions.create_activation_link(by=ada, person=gil)

    gil.email = gil.email_folded = "gil.new@acme.example"
    gil.save()

    assert isinstance(queries.why_not_good(link(secret)), LinkNotFound)


@pytest.mark.parametrize("secret", ["", " ", "\x00", "None", "null"])
def test_a_blank_link_matches_nothing(ada, gil, secret):
    """LINK-4: a blank or missing token matches nothing."""
    actions.create_activation_link(by=ada, person=gil)

    with pytest.raises(LinkNotFound):
        link(secret)


def test_a_link_opens_no_other_door(ada, gil):
    """INV-1: what a link is for stands in our row."""
    secret = actions.create_activation_link(by=ada, person=gil)

    for purpose in (LinkPurpose.RESET, LinkPurpose.ONE_TIME, LinkPurpose.UNLOCK):
        with pytest.raises(LinkNotFound):
            queries.link(secret, purpose)


def test_only_a_link_that_is_mailed_waits_encrypted(ada, gil, cast):
    """INV-4: the secret stands hashed, and encrypted only until its mail is handed over."""
    copied = actions.create_activation_link(by=ada, person=gil)
    mailed = actions.create_activation_link(by=ada, person=gil, mail=True)

    rows = {row.handle_hash: row for row in PersonLink.objects.of(cast.acme)}

    assert [bool(rows[link(one).handle_hash].handle_encrypted) for one in (copied, mailed)] == [False, True]
    assert mailed not in rows[link(mailed).handle_hash].handle_encrypted


def test_there_is_nothing_to_activate_for_an_active_person(ada, cast, untouched):
    for person in (cast.ben, cast.dana):
        with pytest.raises(NothingToActivate), untouched():
            actions.create_activation_link(by=ada, person=person)


def test_nobody_else_makes_one(ben, mallory, gil, untouched):
    for stranger in (ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.create_activation_link(by=stranger, person=gil)
