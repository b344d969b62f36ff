"""Locked people, and the mails about it."""

import re

from keyhouse import deliveries
from keyhouse.domain.account_locks import actions
from keyhouse.domain.account_locks.models import LockReason
from keyhouse.domain.email_domains.models import EmailDomain
from keyhouse.domain.people.models import Person
from keyhouse.foundation import secrets
from keyhouse.foundation.mail import queries as mail
from keyhouse.foundation.permissions import system_actor, visitor
from keyhouse.foundation.tenancy import rows_of


def lock(person, reason=LockReason.WRONG_TRIES):
    """Let the system lock a person."""
    return actions.lock_account(by=system_actor(person.organization_id), person=person, reason=reason)


def state(person):
    """The state of an account as it is now."""
    return rows_of(Person, person.organization_id).get(id=person.id).state


def unverify(cast, to="claimed"):
    """Let the domain of Acme's people be no longer verified."""
    EmailDomain.objects.of(cast.acme).filter(name="acme.example").update(state=to)


def link_in_mail(kind):
    """The secret of the newest mailed link of a kind, `locked` or `unlock`."""
    deliveries.run_pending()
    found = [re.search(rf"/{kind}/(\S+)", one.text) for one in mail.kept()]
    return next(one.group(1) for one in found if one)


def holding(secret):
    """Somebody who holds a link, and its hash."""
    return visitor(link=secrets.hash_of(secret)), secrets.hash_of(secret)


def unlock_link_of(person):
    """Ask for an unlock link on the lock page, and answer its secret."""
    by, handle = holding(link_in_mail("locked"))
    actions.send_unlock_link(by=by, handle_hash=handle)
    return link_in_mail("unlock")
