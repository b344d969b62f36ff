"""Note that lines of the security log arrived where a stream leads, or that they did not."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from keyhouse.domain.security_logs import rules
from keyhouse.domain.security_logs.events import StreamFailed, StreamRecovered
from keyhouse.domain.security_logs.models import LogStream
from keyhouse.foundation import clock
from keyhouse.foundation.audit import Event, record
from keyhouse.foundation.audit.event import Line
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def note_delivery(*, by: Actor, stream: LogStream, lines: Sequence[Line], error: str = "") -> bool:
    """Move a stream behind the lines that arrived, or let it wait before it is tried again.

    Answers False when another has moved it meanwhile. An event tells when it has failed for ten minutes, and when it
    works again. Raises NotAllowed.
    """
    authorize(by, Permission.LOGS_MANAGE, on=facts_of(stream.organization_id))

    changes, event = _failed(stream, error) if error else _arrived(stream, lines)
    held = LogStream.objects.of(stream.organization_id).filter(id=stream.id, position=stream.position)
    if not held.update(**changes):
        return False

    if event is not None:
        record(event, by=by, on=stream)
    return True


def _failed(stream: LogStream, error: str) -> tuple[dict[str, Any], Event | None]:
    now = clock.now()
    since, failures = stream.failing_since or now, stream.failures + 1
    is_told = stream.is_told or now - since >= rules.TOLD_AFTER
    changes = {"failures": failures, "failing_since": since, "last_error": error[:500], "is_told": is_told}
    event = StreamFailed(stream=stream.name, reason=error) if is_told and not stream.is_told else None
    return {**changes, "not_before": now + rules.pause_after(failures)}, event


def _arrived(stream: LogStream, lines: Sequence[Line]) -> tuple[dict[str, Any], Event | None]:
    numbers = [line.sequence or 0 for line in lines]
    skipped = stream.skipped + max(0, numbers[0] - stream.position - 1)
    changes: dict[str, Any] = {"position": numbers[-1], "sent": stream.sent + len(lines), "skipped": skipped}
    changes |= {"last_sent_at": clock.now(), "failures": 0, "failing_since": None, "last_error": "", "is_told": False}
    return {**changes, "not_before": None}, StreamRecovered(stream=stream.name) if stream.is_told else None
