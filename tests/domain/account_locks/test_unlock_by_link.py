"""Unlocking one's own account by a mailed link."""

import datetime as dt

import pytest
import time_machine

from keyhouse.domain.account_locks import actions
from keyhouse.domain.account_locks.errors import AdministratorLooksFirst
from keyhouse.domain.account_locks.models import AccountLock
from keyhouse.domain.credentials.errors import LinkExpired, LinkNotFound, LinkUsed
from keyhouse.domain.sign_in import queries as sign_in
from keyhouse.foundation import clock
from keyhouse.foundation.audit import queries as audit
from tests.domain.account_locks.locking import holding, link_in_mail, lock, state, unlock_link_of


def unlock(secret):
    by, handle = holding(secret)
    return actions.unlock_by_link(by=by, handle_hash=handle)


def test_the_account_is_active_and_nobody_is_signed_in(cast):
    lock(cast.ben)

    unlock(unlock_link_of(cast.ben))

    assert state(cast.ben) == "active" and sign_in.sessions_of(cast.ben) == []
    assert "Account unlocked" in [line.title for line in audit.events(cast.acme.id)]


def test_it_works_once(cast, untouched):
    lock(cast.ben)
    secret = unlock_link_of(cast.ben)
    unlock(secret)
    lock(cast.ben)

    with pytest.raises(LinkUsed), untouched():
        unlock(secret)


def test_it_works_for_a_day(cast, untouched):
    """INV-2: the end is looked at when the link is used."""
    lock(cast.ben)
    secret = unlock_link_of(cast.ben)

    with time_machine.travel(clock.now() + dt.timedelta(hours=24)), pytest.raises(LinkExpired), untouched():
        unlock(secret)


def test_the_link_to_the_lock_page_unlocks_nothing(cast, untouched):
    lock(cast.ben)
    page = link_in_mail("locked")

    with pytest.raises(LinkNotFound), untouched():
        unlock(page)


def test_it_waits_for_the_administrator_who_looks_meanwhile(cast, untouched):
    lock(cast.ben)
    secret = unlock_link_of(cast.ben)
    AccountLock.objects.of(cast.acme).update(needs_review=True)

    with pytest.raises(AdministratorLooksFirst), untouched():
        unlock(secret)
