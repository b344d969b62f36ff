"""An administrator unlocks an account that she has looked at."""

import dataclasses

import pytest

from keyhouse import deliveries
from keyhouse.domain.account_locks import actions
from keyhouse.domain.account_locks.errors import NotLocked
from keyhouse.domain.account_locks.models import AccountLock, LockReason
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.mail import queries as mail
from keyhouse.foundation.permissions import Permission
from tests.domain.account_locks.locking import holding, link_in_mail, lock, state, unverify


def unlock(by, person):
    return actions.unlock_account(by=by, person=person)


def test_it_is_active_at_once_where_the_domain_is_verified(ada, cast):
    lock(cast.erin, LockReason.WRONG_CODES)

    assert unlock(ada, cast.erin) and state(cast.erin) == "active"
    assert AccountLock.objects.of(cast.acme).get().ended_at is not None


@pytest.mark.parametrize("domain", ["claimed", "trusted", "lapsed"])
def test_elsewhere_the_link_is_mailed_and_the_account_waits_for_it(ada, cast, domain):
    unverify(cast, domain)
    lock(cast.ben)

    assert not unlock(ada, cast.ben) and state(cast.ben) == "locked"

    by, handle = holding(link_in_mail("unlock"))
    actions.unlock_by_link(by=by, handle_hash=handle)
    assert state(cast.ben) == "active"


def test_who_is_not_locked_is_not_unlocked(ada, cast, untouched):
    with pytest.raises(NotLocked), untouched():
        unlock(ada, cast.ben)


def test_whoever_manages_people_alone_unlocks_nobody(ada, ben, mallory, cast, untouched):
    lock(cast.ben)
    without = dataclasses.replace(ada, permissions=frozenset({Permission.PEOPLE_MANAGE, Permission.ALERTS_VIEW}))

    for by in (without, ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            unlock(by, cast.ben)


def test_a_password_that_somebody_seems_to_know_is_chosen_anew(ada, cast):
    from tests.domain.credentials.proofs import give_password, try_password

    give_password(cast.ben)
    lock(cast.ben, LockReason.WRONG_CODES)

    unlock(ada, cast.ben)
    deliveries.run_pending()

    assert try_password(cast.ben) is not None
    assert any(one.subject == "Choose a new password" for one in mail.kept(to="ben@acme.example"))
