"""Send a link to choose a new password to whom an address belongs, if she may have one."""

import datetime as dt

from django.db import transaction

from keyhouse.domain.credentials import queries as links
from keyhouse.domain.credentials.actions.request_password_reset import request_password_reset
from keyhouse.domain.email_domains import queries as email_domains
from keyhouse.domain.email_domains.rules import Use, allows
from keyhouse.domain.people.models import Person
from keyhouse.domain.sign_in import queries
from keyhouse.foundation import clock
from keyhouse.foundation.addresses import EmailAddress
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of

AT_MOST_EVERY = dt.timedelta(minutes=2)


@transaction.atomic
def send_password_reset(*, by: Actor, address: EmailAddress) -> None:
    """Mail the link to the stored address of the person; nobody who asks learns whether there is one.

    People who must use single sign-on, those who may not sign in, and those at a lapsed domain get none; nobody gets
    two within two minutes.
    Raises NotAllowed.
    """
    authorize(by, Permission.SIGN_IN, on=facts_of(None))

    person = queries.route_of(address.folded).person
    reason = queries.why_no_sign_in(person) if person is not None else None
    was_just_sent = person is not None and links.has_reset_link_since(person, clock.now() - AT_MOST_EVERY)

    why_not = reason.code if reason else "one was sent a moment ago" if was_just_sent else ""
    if person is not None and not why_not and _has_lapsed(person):
        why_not = "the domain of the address has lapsed; an administrator sends it"
    request_password_reset(by=by, person=person, address=address.typed, why_not=why_not)


def _has_lapsed(person: Person) -> bool:
    """Whether whoever reads the mailbox may be somebody else by now: the proof of its domain is gone."""
    if person.organization_id is None:
        return False
    return not allows(email_domains.domain_of(person.email_folded, person.organization_id), Use.RESET_MAIL)
