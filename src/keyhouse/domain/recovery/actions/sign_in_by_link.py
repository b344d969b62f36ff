"""Sign in by a one-time link of the operator."""

import datetime as dt

from django.db import transaction

from keyhouse.domain.credentials import actions as credentials
from keyhouse.domain.credentials import queries as links
from keyhouse.domain.credentials.models import LinkPurpose
from keyhouse.domain.people import queries as people
from keyhouse.domain.sign_in.actions import start_session
from keyhouse.foundation.permissions import Actor, Permission, Strength, authorize


@transaction.atomic
def sign_in_by_link(*, by: Actor, secret: str) -> tuple[str, dt.datetime]:
    """Use the link up and start a session, whose secret and end are returned; the gate is asked as for any sign-in.

    Raises NotAllowed, LinkNotFound, LinkUsed, LinkExpired, LinkReplaced and what the gate says.
    """
    link = links.link(secret, LinkPurpose.ONE_TIME)
    authorize(by, Permission.LINK_USE, on=links.facts_of_link(link))

    person = people.locked(link.person)

    credentials.use_link(by=by, link=link)
    within = by.within(Permission.SESSION_START, person)
    session, cookie = start_session(by=within, person=person, method="link", strength=Strength.TWO_FACTORS)
    return cookie, session.until
