"""Choosing a new password by a mailed link."""

import datetime as dt

import pytest
import time_machine

from keyhouse.domain.credentials import rules
from keyhouse.domain.credentials.errors import LinkExpired, LinkNotFound, LinkReplaced, LinkUsed, PasswordNotUsed
from keyhouse.domain.credentials.models import PersonLink
from keyhouse.domain.recovery import actions
from keyhouse.domain.sign_in import queries
from keyhouse.domain.sign_in.errors import PersonNotActive
from keyhouse.foundation import addresses, clock, secrets
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import visitor
from keyhouse.foundation.tenancy import rows_of
from tests.domain.credentials.proofs import GOOD, give_password, try_password
from tests.domain.sign_in.walking import DOOR, begin, password, switch_sign_on_on


def ask(person):
    """Ask for a link and read it from where it waits for its mail."""
    actions.send_password_reset(by=DOOR, address=addresses.address(person.email))
    link = rows_of(PersonLink, person.organization_id).order_by("-id").first()
    return secrets.decrypt(rules.LINK_PURPOSE, link.handle_encrypted)


def choose(secret, text=GOOD, link=None):
    handle = secrets.hash_of(secret)
    by = visitor(link=handle if link is None else link)
    actions.reset_password(by=by, handle_hash=handle, password=rules.new_password(text))


def test_the_new_password_counts_and_every_session_ends(cast):
    give_password(cast.finn, "Quiet harbor 19 waits")
    session = password(begin(cast.finn.email).secret, "Quiet harbor 19 waits").session

    choose(ask(cast.finn))

    assert queries.session(session) is None
    assert try_password(cast.finn) is None and try_password(cast.finn, "Quiet harbor 19 waits") is not None


def test_a_link_works_once(cast, untouched):
    secret = ask(cast.ada)
    choose(secret)

    with pytest.raises(LinkUsed), untouched():
        choose(secret, "Quiet harbor 19 waits")


def test_a_newer_link_ends_the_older_one(cast, untouched):
    older = ask(cast.ada)
    with time_machine.travel(clock.now() + dt.timedelta(minutes=3), tick=False):
        newer = ask(cast.ada)

        with pytest.raises(LinkReplaced), untouched():
            choose(older)
        choose(newer)


def test_half_an_hour_later_it_opens_nothing(cast, untouched):
    """INV-2: the expiry is checked at the use."""
    secret = ask(cast.ada)

    later = clock.now() + dt.timedelta(minutes=30)
    with time_machine.travel(later, tick=False), pytest.raises(LinkExpired), untouched():
        choose(secret)


def test_a_link_of_one_person_changes_nobody_else(cast):
    """INV-3: the row names the person; nothing that is sent names another."""
    give_password(cast.mallory)
    secret = ask(cast.ada)

    choose(secret, "Quiet harbor 19 waits")

    assert try_password(cast.mallory) is None and try_password(cast.ada, "Quiet harbor 19 waits") is None


def test_only_who_holds_it_uses_it(cast, untouched):
    secret = ask(cast.ada)

    for link in ("", "0" * 64):
        with pytest.raises(NotAllowed), untouched():
            choose(secret, link=link)
    for blank in ("", " "):
        with pytest.raises(LinkNotFound), untouched():
            choose(blank)


def test_a_link_from_before_opens_nothing_once_single_sign_on_is_enforced(cast, untouched):
    """SESS-8: nobody resets into a password that the organization does not want."""
    secret = ask(cast.ben)
    switch_sign_on_on(cast)

    with pytest.raises(PasswordNotUsed), untouched():
        choose(secret)


def test_a_link_from_before_opens_nothing_once_the_account_is_off(cast, untouched):
    """SESS-1: resetting a password is a way in, and it passes the gate."""
    secret = ask(cast.ben)
    cast.ben.state = "suspended"
    cast.ben.save()

    with pytest.raises(PersonNotActive), untouched():
        choose(secret)
