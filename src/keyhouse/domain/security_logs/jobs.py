"""What the security log does by itself: streams carry it, its chain is walked daily, and what is too old goes."""

import datetime as dt
from typing import Any

from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.security_logs import actions, queries, rules
from keyhouse.domain.security_logs.models import LogStream, LogVerification
from keyhouse.foundation import clock, secrets
from keyhouse.foundation.audit.erasing import erase_person
from keyhouse.foundation.audit.streaming import carry
from keyhouse.foundation.audit.verifying import examine
from keyhouse.foundation.jobs import job, scheduled
from keyhouse.foundation.jobs.queries import is_under_way
from keyhouse.foundation.outbound import Unreachable
from keyhouse.foundation.permissions import system_actor

AT_A_TIME = dt.timedelta(seconds=50)
KEPT_VERIFICATIONS = 100


@scheduled(every=dt.timedelta(seconds=15))
def run_streams(*, organization_id: int | None) -> None:
    """Ask for the job of each stream that has lines to carry and does not run yet."""
    last: dict[int, int] = {}
    for owner, stream_id in queries.streams_due():
        if owner not in last:
            last[owner] = queries.last_sequence(owner)
        stream = LogStream.objects.of(owner).filter(id=stream_id).first()
        key = f"log stream {stream_id}"
        if stream is not None and stream.position < last[owner] and not is_under_way(owner, key):
            run_stream.enqueue(organization_id=owner, unique=key, stream_id=stream_id)


@job(attempts=1)
def run_stream(*, organization_id: int, stream_id: int) -> None:
    """Carry the lines of one stream, batch by batch; a batch counts when it has arrived, so none is ever left out."""
    begun, by = clock.now(), system_actor(organization_id)
    while clock.now() - begun < AT_A_TIME:
        stream = LogStream.objects.of(organization_id).filter(id=stream_id).first()
        lines = queries.waiting_lines(stream) if stream is not None and stream.is_on else []
        if stream is None or not lines:
            return
        try:
            carry(rules.destination_of(stream), lines)
        except (Unreachable, secrets.Unreadable) as error:
            actions.note_delivery(by=by, stream=stream, lines=lines, error=str(error))
            return
        if not actions.note_delivery(by=by, stream=stream, lines=lines):
            return


@job(attempts=3)
def walk_chain(*, organization_id: int, verification_id: int) -> None:
    """Walk the chain of a log for a verification that was begun."""
    rows = LogVerification.objects.of(organization_id).filter(id=verification_id, ended_at=None)
    verification = rows.first()
    if verification is None:
        return
    verdict = examine(organization_id, lambda count: _note(rows, count))
    actions.end_log_verification(by=system_actor(organization_id), verification=verification, verdict=verdict)


def _note(rows: Any, count: int) -> None:
    if count % 10_000 == 0:
        rows.update(events=count)


@scheduled(every=dt.timedelta(days=1))
def verify_logs(*, organization_id: int | None) -> None:
    """Have the chain of every organization walked, each in a job of its own."""
    for owner in organizations.every_id():
        by, organization = system_actor(owner), organizations.organization(owner)
        begun = actions.begin_log_verification(by=by, organization=organization)
        walk_chain.enqueue(organization_id=owner, unique=f"log chain {owner}", verification_id=begun.id)


@scheduled(every=dt.timedelta(days=1))
def shorten_logs(*, organization_id: int | None) -> None:
    """Remove from every log what is older than its organization keeps, and forget old verifications."""
    for owner in organizations.every_id():
        organization = organizations.organization(owner)
        while queries.retention_ends(owner) and actions.shorten_log(by=system_actor(owner), organization=organization):
            pass
        old = LogVerification.objects.of(owner).order_by("-id").values_list("id", flat=True)[KEPT_VERIFICATIONS:]
        LogVerification.objects.of(owner).filter(id__in=list(old)).delete()


@job()
def erase_from_log(*, organization_id: int | None, event_id: int) -> None:
    """Erase from the log what names a person whose account was deleted; her id stays."""
    from keyhouse.foundation.audit import queries as audit

    event = audit.event(organization_id, event_id)
    if event is not None and event.target_id is not None:
        erase_person(organization_id, event.target_id, str(event.facts.get("email", "")))
