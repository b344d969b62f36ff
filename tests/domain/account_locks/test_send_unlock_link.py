"""Asking for an unlock link on the lock page."""

import pytest

from keyhouse import deliveries
from keyhouse.domain.account_locks import actions
from keyhouse.domain.account_locks.errors import AdministratorLooksFirst, NotLocked
from keyhouse.domain.account_locks.models import AccountLock
from keyhouse.domain.credentials.errors import LinkNotFound
from keyhouse.domain.credentials.models import PersonLink
from keyhouse.foundation import secrets
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.mail import queries as mail
from keyhouse.foundation.permissions import visitor
from tests.domain.account_locks.locking import holding, link_in_mail, lock, unverify


def ask(secret):
    by, handle = holding(secret)
    actions.send_unlock_link(by=by, handle_hash=handle)
    deliveries.run_pending()


def test_the_link_goes_to_her_own_address_and_only_once_in_a_while(cast):
    lock(cast.ben)
    page = link_in_mail("locked")

    ask(page)
    ask(page)

    assert [one.to for one in mail.kept() if one.subject == "Unlock your account"] == ["ben@acme.example"]


def test_no_secret_stays_after_the_mails(cast):
    """INV-4: hashed for checking, blanked after the hand-over."""
    lock(cast.ben)
    page = link_in_mail("locked")
    ask(page)

    rows = str(list(PersonLink.objects.of(cast.acme).values()))
    assert page not in rows and link_in_mail("unlock") not in rows
    assert not PersonLink.objects.of(cast.acme).exclude(handle_encrypted="").exists()


@pytest.mark.parametrize("case", ["review", "domain"])
def test_an_administrator_looks_first_where_it_is_so(cast, case, untouched):
    lock(cast.ben)
    page = link_in_mail("locked")
    if case == "review":
        AccountLock.objects.of(cast.acme).update(needs_review=True)
    else:
        unverify(cast, "lapsed")

    with pytest.raises(AdministratorLooksFirst, match="An administrator looks"), untouched():
        ask(page)


def test_what_was_unlocked_needs_no_link(ada, cast, untouched):
    lock(cast.ben)
    page = link_in_mail("locked")
    actions.unlock_account(by=ada, person=cast.ben)
    deliveries.run_pending()

    with pytest.raises(NotLocked), untouched():
        ask(page)


def test_a_link_of_another_kind_asks_for_nothing(cast, untouched):
    """INV-1: a link serves its own purpose alone."""
    lock(cast.ben)
    page = link_in_mail("locked")
    ask(page)

    with pytest.raises(LinkNotFound), untouched():
        ask(link_in_mail("unlock"))
    with pytest.raises(NotAllowed), untouched():
        actions.send_unlock_link(by=visitor(link="other"), handle_hash=secrets.hash_of(page))
