"""Reading the audit log."""

import datetime as dt
import re
from collections.abc import Iterable
from typing import Any

from django.db.models import Prefetch, QuerySet

from keyhouse.foundation.audit.asking import Wanted
from keyhouse.foundation.audit.event import Line, kind_of
from keyhouse.foundation.audit.models import AuditEvent, AuditPersonal

__all__ = [
    "Wanted",
    "concerning",
    "event",
    "events",
    "line",
    "lines",
    "of",
    "readable",
    "with_personal",
]

ERASED = "…"
DAY = 10
MOMENT = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?")


class _Facts(dict[str, Any]):
    """Facts that show a blank where a sentence names one that was erased."""

    def __missing__(self, name: str) -> str:
        return ERASED


def readable(value: Any) -> Any:
    """A fact as people read it: times as "24 Nov 2026, 09:30 UTC", lists with commas."""
    if isinstance(value, list):
        return ", ".join(str(readable(one)) for one in value)
    if not isinstance(value, str) or not MOMENT.fullmatch(value):
        return value
    moment = dt.datetime.fromisoformat(value)
    day = f"{moment.day} {moment:%b %Y}"
    return day if len(value) == DAY else f"{day}, {moment.astimezone(dt.UTC):%H:%M} UTC"


def line(row: AuditEvent, personal: dict[str, Any]) -> Line:
    """One event as it is shown, with the personal fields that still exist."""
    kind = kind_of(row.tag)
    facts = _Facts({**_erased(row, personal), **row.facts, **personal})
    actor = str(facts.get("actor") or row.actor_id or row.actor_kind)
    told = _Facts({name: readable(value) for name, value in facts.items()} | {"actor": actor})
    sentence = str(kind.sentence).format_map(told) if kind else row.tag
    if sentence.startswith("the "):
        sentence = f"The {sentence[4:]}"
    return Line(
        id=row.id,
        organization_id=row.organization_id,
        sequence=row.sequence,
        tag=row.tag,
        title=str(kind.title) if kind else row.tag,
        sentence=sentence,
        actor_kind=row.actor_kind,
        actor_id=row.actor_id,
        actor=actor,
        target_id=row.target_id,
        within_id=row.within_id,
        at=row.at,
        ip=str(facts.get("ip", "")),
        device=str(facts.get("device", "")),
        correlation=row.correlation,
        facts={name: value for name, value in facts.items() if name not in ("ip", "device")},
        hash=row.hash,
    )


def _erased(row: AuditEvent, personal: dict[str, Any]) -> dict[str, Any]:
    """What stands for the personal fields that were erased: the id of the one whom they named."""
    gone = [name for name in row.digests if name not in personal and name not in ("ip", "device")]
    return {name: str((row.actor_id if name == "actor" else row.target_id) or ERASED) for name in gone}


def of(model: Any, organization_id: int | None) -> Any:
    """The rows of an organization's log, or of the installation's own log for None."""
    return model.objects.of(organization_id) if organization_id is not None else model.objects.of_nobody()


def with_personal(rows: "QuerySet[AuditEvent]", organization_id: int | None) -> "QuerySet[AuditEvent]":
    """The same events together with their personal fields."""
    return rows.prefetch_related(Prefetch("personal_rows", queryset=of(AuditPersonal, organization_id)))


def lines(rows: Iterable[AuditEvent]) -> list[Line]:
    """Events as they are shown; the rows come with their personal fields."""
    return [line(row, {one.field: one.value for one in row.personal_rows.all()}) for row in rows]


def events(
    organization_id: int | None, wanted: Wanted | None = None, *, before: int | None = None, limit: int = 50
) -> list[Line]:
    """The newest events of an organization, at most `limit`, older than the id `before`.

    Without an organization it reads the installation's own log.
    """
    rows = of(AuditEvent, organization_id).filter(**(wanted or Wanted()).conditions())
    if before is not None:
        rows = rows.filter(id__lt=before)
    return lines(with_personal(rows.order_by("-id"), organization_id)[:limit])


def concerning(organization_id: int, person_id: int, *, limit: int = 50) -> list[Line]:
    """The newest events that a person did or that were done to her."""
    mine = AuditEvent.objects.of(organization_id).order_by("-id").values_list("id", flat=True)
    wanted = {*mine.filter(target_id=person_id)[:limit], *mine.filter(actor_id=person_id)[:limit]}
    rows = AuditEvent.objects.of(organization_id).filter(id__in=wanted).order_by("-id")
    return lines(with_personal(rows, organization_id)[:limit])


def event(organization_id: int | None, identifier: int) -> Line | None:
    """One event of an organization's log, or None."""
    rows = of(AuditEvent, organization_id).filter(id=identifier)
    return next(iter(lines(with_personal(rows, organization_id)[:1])), None)
