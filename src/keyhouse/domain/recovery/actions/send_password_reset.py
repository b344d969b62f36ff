"""Send a link to choose a new password to whom an address belongs, if she may have one."""

import datetime as dt

from django.db import transaction

from keyhouse.domain.credentials import queries as links
from keyhouse.domain.credentials.actions.request_password_reset import request_password_reset
from keyhouse.domain.sign_in import queries
from keyhouse.foundation import clock
from keyhouse.foundation.addresses import EmailAddress
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of

AT_MOST_EVERY = dt.timedelta(minutes=2)


@transaction.atomic
def send_password_reset(*, by: Actor, address: EmailAddress) -> None:
    """Mail the link to the stored address of the person; nobody who asks learns whether there is one.

    People who must use single sign-on, and those who may not sign in, get none; nobody gets two within two minutes.
    Raises NotAllowed.
    """
    authorize(by, Permission.SIGN_IN, on=facts_of(None))

    person = queries.route_of(address.folded).person
    reason = queries.why_no_sign_in(person) if person is not None else None
    was_just_sent = person is not None and links.has_reset_link_since(person, clock.now() - AT_MOST_EVERY)

    why_not = reason.code if reason else "one was sent a moment ago" if was_just_sent else ""
    request_password_reset(by=by, person=person, address=address.typed, why_not=why_not)
