"""What an invitation offers, how long it lives, and its link."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from keyhouse.domain.invitations.models import Invitation, InvitationState
from keyhouse.domain.people.models import PersonKind
from keyhouse.domain.portfolios.models import Access, Option
from keyhouse.foundation import secrets
from keyhouse.foundation.addresses import EmailAddress

LINK_PURPOSE = "invitation link"
DAYS = range(1, 91)
HELD_FOR = dt.timedelta(days=30)
ENDED_LISTED_FOR = dt.timedelta(days=30)
MAILS_PER_DAY = 5
AT_ONCE = 200


@dataclass(frozen=True, kw_only=True)
class Offer:
    """What is offered to each invited address; `days` is how long the link lives."""

    level: Access = Access.BASIC
    options: frozenset[Option] = frozenset()
    temporary_days: int | None = None
    kind: PersonKind = PersonKind.WORK
    note: str = ""
    days: int = 30


def is_over(invitation: Invitation, now: dt.datetime) -> bool:
    """Whether an invitation can't be accepted any more; asked at the time of use."""
    return invitation.state != InvitationState.PENDING or invitation.until <= now


def may_mail(invitation: Invitation, now: dt.datetime) -> bool:
    """Whether another mail may go out today: at most five in 24 hours."""
    day_ago = (now - dt.timedelta(days=1)).isoformat()
    return len([sent for sent in invitation.sent_times if sent > day_ago]) < MAILS_PER_DAY


def columns_of(address: EmailAddress, offer: Offer) -> dict[str, Any]:
    """An address and what is offered to it, by the names of the columns."""
    return {
        "email": address.typed,
        "email_folded": address.folded,
        "kind": offer.kind,
        "level": offer.level,
        "options": sorted(offer.options),
        "temporary_days": offer.temporary_days,
        "note": offer.note[:500],
        "days": offer.days,
    }


@dataclass(frozen=True, kw_only=True)
class Link:
    """A new link of an invitation: the secret for the mail or the screen, and the columns that keep it."""

    secret: str
    columns: Mapping[str, Any]


def new_link(now: dt.datetime, days: int, *, mailed: bool) -> Link:
    """Make a link that lives so many days; its secret is kept encrypted only until its mail is handed over."""
    handle = secrets.new_handle()
    kept = secrets.encrypt(LINK_PURPOSE, handle.text) if mailed else ""
    until = now + dt.timedelta(days=days)
    return Link(secret=handle.text, columns={"handle_hash": handle.hash, "handle_encrypted": kept, "until": until})
