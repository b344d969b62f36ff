"""Choose a new password by a mailed link."""

from django.db import transaction

from keyhouse.domain.credentials import actions as credentials
from keyhouse.domain.credentials import queries as links
from keyhouse.domain.credentials.models import LinkPurpose
from keyhouse.domain.credentials.rules import NewPassword
from keyhouse.domain.people import queries as people
from keyhouse.domain.recovery.events import PasswordWasReset
from keyhouse.domain.sign_in import queries
from keyhouse.domain.sign_in.actions import end_sessions
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def reset_password(*, by: Actor, handle_hash: str, password: NewPassword) -> None:
    """Use the link up, keep the new password and end all sessions; the second factor stays.

    Raises NotAllowed, LinkNotFound, LinkUsed, LinkExpired, LinkReplaced, PasswordNotUsed and what the gate says.
    """
    link = links.link_of_hash(handle_hash, LinkPurpose.RESET)
    authorize(by, Permission.LINK_USE, on=links.facts_of_link(link))

    person = people.locked(link.person)
    if reason := queries.why_no_sign_in(person):
        raise reason

    credentials.use_link(by=by, link=link)
    step = by.within(Permission.CREDENTIALS_CHANGE, person)
    credentials.set_password(by=step, person=person, password=password, by_mail=True)
    ended = end_sessions(by=by.within(Permission.SESSIONS_END, person), person=person)

    record(PasswordWasReset(email=person.email, sessions=ended), by=by, on=person)
