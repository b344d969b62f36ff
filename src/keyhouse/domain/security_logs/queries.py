"""All that can be asked about streams and verifications of the security log."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Q

from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.security_logs import rules
from keyhouse.domain.security_logs.errors import NoSuchStream, WrongAddress
from keyhouse.domain.security_logs.models import LogStream, LogVerification, StreamState
from keyhouse.foundation import clock, outbound, secrets
from keyhouse.foundation.audit import shortening
from keyhouse.foundation.audit.event import Line
from keyhouse.foundation.audit.models import AuditAnchor, AuditBlock, AuditEvent
from keyhouse.foundation.audit.queries import lines, with_personal
from keyhouse.foundation.audit.streaming import Kind, check
from keyhouse.foundation.errors import NotFound
from keyhouse.foundation.outbound import Unreachable
from keyhouse.foundation.permissions import Actor

BATCH = 100


@dataclass(frozen=True, kw_only=True)
class Extent:
    """How far a log reaches: its first and last line, how many are kept, and what retention took."""

    first_at: dt.datetime | None
    last_sequence: int
    kept: int
    waiting: int
    removed: int
    removed_until: dt.datetime | None
    head: str


def streams(organization_id: int) -> list[LogStream]:
    """The streams of an organization, by name."""
    return list(LogStream.objects.of(organization_id).order_by("name", "id"))


def stream(by: Actor, identifier: int | None) -> LogStream:
    """One stream of the actor's organization. Raises NoSuchStream."""
    found = LogStream.objects.of(by.organization_id or 0).filter(id=identifier).first() if identifier else None
    if found is None:
        raise NoSuchStream()
    return found


def streams_due() -> list[tuple[int, int]]:
    """The streams of the installation that may carry lines now, as pairs of organization and stream."""
    ready = Q(not_before=None) | Q(not_before__lte=clock.now()) | Q(not_before__gt=clock.now() + rules.LONGEST_PAUSE)
    rows = LogStream.objects.everywhere(reason="one job runs the streams of all organizations")
    return list(rows.filter(ready, state=StreamState.ACTIVE).values_list("organization_id", "id"))


def last_sequence(organization_id: int) -> int:
    """The number of the newest sealed line of a log; 0 for none."""
    rows = AuditBlock.objects.of(organization_id).order_by("-number").values_list("last_sequence", flat=True)
    return int(rows.first() or _anchor_sequence(organization_id))


def waiting_lines(found: LogStream, limit: int = BATCH) -> list[Line]:
    """The next sealed lines that a stream has to carry, the oldest first."""
    rows = AuditEvent.objects.of(found.organization_id).filter(sequence__gt=found.position).order_by("sequence")
    return lines(with_personal(rows, found.organization_id)[:limit])


def lag(found: LogStream) -> tuple[int, dt.datetime | None]:
    """How many sealed lines a stream has not carried yet, and when the oldest of them happened."""
    behind = max(0, last_sequence(found.organization_id) - max(found.position, _anchor_sequence(found.organization_id)))
    if not behind:
        return 0, None
    rows = AuditEvent.objects.of(found.organization_id).filter(sequence__gt=found.position).order_by("sequence")
    return behind, rows.values_list("at", flat=True).first()


def try_out(found: LogStream) -> str:
    """Send a test along a stream; why it did not arrive, or an empty text. Call it outside of transactions."""
    try:
        check(rules.destination_of(found))
    except (Unreachable, secrets.Unreadable) as error:
        return str(error)
    return ""


def refuse_plain_http(setup: rules.StreamSetup) -> None:
    """Refuse a webhook over http, unless the operator lists its place. Raises WrongAddress. It may ask name servers."""
    is_plain = setup.kind is Kind.WEBHOOK and setup.address.strip().lower().startswith("http:")
    if is_plain and not outbound.may_be_http(setup.address.strip()):
        raise WrongAddress(address=setup.address.strip(), reason="only https is allowed")


def extent(organization_id: int) -> Extent:
    """How far the log of an organization reaches."""
    events = AuditEvent.objects.of(organization_id)
    anchor: Any = AuditAnchor.objects.of(organization_id).first()
    block: Any = AuditBlock.objects.of(organization_id).order_by("-number").defer("hashes").first()
    last = last_sequence(organization_id)
    waiting = events.filter(sequence=None).count()
    return Extent(
        first_at=events.filter(sequence__isnull=False).order_by("sequence").values_list("at", flat=True).first(),
        last_sequence=last,
        kept=last - (anchor.last_sequence if anchor else 0) + waiting,
        waiting=waiting,
        removed=shortening.removed_in_all(organization_id),
        removed_until=anchor.removed_until if anchor else None,
        head=block.hash if block else (anchor.hash if anchor else ""),
    )


def verifications(organization_id: int, limit: int = 10) -> list[LogVerification]:
    """The last walks along the chain, the newest first."""
    return list(LogVerification.objects.of(organization_id).order_by("-id")[:limit])


def verification(organization_id: int, identifier: int) -> LogVerification:
    """One walk along the chain. Raises NotFound."""
    found = LogVerification.objects.of(organization_id).filter(id=identifier).first()
    if found is None:
        raise NotFound()
    return found


def last_verified(organization_id: int) -> LogVerification | None:
    """The last walk that ended."""
    return LogVerification.objects.of(organization_id).filter(ended_at__isnull=False).order_by("-id").first()


def retention_ends(organization_id: int) -> dt.datetime | None:
    """Lines before this moment may go; None while the organization is under legal hold."""
    if organizations.organization(organization_id).legal_hold:
        return None
    months = organizations.security_settings(organization_id).log_retention_months
    months = min(max(months, rules.LEAST_MONTHS), rules.MOST_MONTHS)
    return rules.months_before(clock.now(), months)


def failing_streams(organization_id: int) -> list[LogStream]:
    """The streams that have failed since a while."""
    rows = LogStream.objects.of(organization_id).filter(state=StreamState.ACTIVE, failures__gt=0)
    return list(rows.order_by(F("failing_since").asc(nulls_last=True)))


def _anchor_sequence(organization_id: int) -> int:
    return int(AuditAnchor.objects.of(organization_id).values_list("last_sequence", flat=True).first() or 0)
