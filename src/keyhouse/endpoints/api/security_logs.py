"""The security log: its lines by filters and cursor, one line, and its verification."""

from typing import Any

from ninja import Query, Schema
from pydantic import Field

from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.security_logs import actions, jobs, queries
from keyhouse.endpoints.api.forms import Id, Line, Many, Moment, Paging, many, place
from keyhouse.endpoints.api.routing import Panel, Request
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.audit import reading
from keyhouse.foundation.audit.asking import Wanted
from keyhouse.foundation.errors import NotFound
from keyhouse.foundation.permissions import Permission

panel = Panel("Security logs")
READ = [Permission.LOGS_VIEW, Permission.SECURITY_LOGS_READ]
LOG, WALKS = "/security-logs", "/log-verifications"


class LogLine(Schema):
    """One line of the log; `facts` holds what the event says, `before` and `after` among it."""

    id: Id
    number: int | None = Field(alias="sequence")
    time: Moment = Field(alias="at")
    event: str = Field(alias="title")
    tag: str
    summary: str = Field(alias="sentence")
    actor_kind: str
    actor_id: Id | None
    actor: str
    target_id: Id | None
    portfolio_id: Id | None = Field(alias="within_id")
    ip: str
    device: str
    correlation: str
    facts: dict[str, Any]
    hash: str


class LogFilters(Schema):
    """Which lines are wanted; all that is given must be met, and words find what begins so."""

    text: Line = ""
    tag: Line = ""
    person: Id | None = None
    actor: Line = ""
    target: Line = ""
    ip: Line = ""
    device: Line = ""
    portfolio: Id | None = None
    connection: Id | None = None
    since: Moment | None = None
    until: Moment | None = None


class Walk(Schema):
    """A walk along the chain of the log; `fault`, `block`, `line` and `event` name the first break."""

    id: Id
    begun_at: Moment
    begun_by: str
    ended_at: Moment | None
    total: int
    events: int
    blocks: int
    head: str
    is_whole: bool
    fault: str
    block: int | None
    line: int | None = Field(alias="sequence")
    event: Id | None = Field(alias="event_id")


@panel.get(LOG, needs=READ, answer=Many[LogLine])
def list_log_lines(request: Request, paging: Query[Paging], filters: Query[LogFilters]) -> dict[str, object]:
    """The lines of the log, the newest first."""
    after = place(request, paging)
    wanted = Wanted(
        text=filters.text,
        tags=(filters.tag,) if filters.tag else (),
        actor=filters.actor,
        target=filters.target,
        ip=filters.ip,
        device=filters.device,
        within=filters.portfolio,
        concerning=tuple(one for one in (filters.person, filters.connection) if one is not None),
        since=filters.since,
        until=filters.until,
    )
    owner, before = request.actor.organization_id or 0, after[0] if after else None
    found = reading.found(owner, wanted, before=before, limit=paging.limit + 1)
    return many(request, paging, found.lines, lambda line: [line.id])


@panel.get(f"{LOG}/{{id:event}}", needs=READ, answer=LogLine)
def read_log_line(request: Request, event: Id) -> object:
    """One line of the log."""
    found = audit.event(request.actor.organization_id or 0, event)
    if found is None:
        raise NotFound()
    return found


@panel.get(WALKS, needs=Permission.LOGS_VIEW, answer=Many[Walk])
def list_log_verifications(request: Request) -> dict[str, object]:
    """The last verifications of the log, the newest first."""
    return {"items": queries.verifications(request.actor.organization_id or 0), "next": None}


@panel.post(WALKS, needs=Permission.LOGS_VIEW, answer=Walk)
def verify_log(request: Request) -> object:
    """Have the chain of the log walked by a job; ask for the verifications to see what it found."""
    owner = request.actor.organization_id or 0
    begun = actions.begin_log_verification(by=request.actor, organization=organizations.organization(owner))
    jobs.walk_chain.enqueue(organization_id=owner, unique=f"log chain {owner}", verification_id=begun.id)
    return begun
