"""Streams of the security log: where it is carried to, how far each is behind, and what is done to one."""

from ninja import Schema
from pydantic import Field

from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.security_logs import actions, queries
from keyhouse.domain.security_logs.rules import Kind, LogStream, StreamSetup, place_shown
from keyhouse.endpoints.api.forms import Form, Id, Line, Many, Moment, everything
from keyhouse.endpoints.api.routing import Panel, Request
from keyhouse.foundation.permissions import Permission

panel = Panel("Log streams")
STREAMS, VIEW, MANAGE = "/log-streams", Permission.LOGS_VIEW, Permission.LOGS_MANAGE
ONE = f"{STREAMS}/{{id:stream}}"


class Stream(Schema):
    """A stream; `behind` is how many sealed lines it has not carried yet."""

    id: Id
    name: str
    kind: Kind
    place: str
    state: str
    position: int
    behind: int
    sent: int
    last_sent_at: Moment | None
    failures: int
    failing_since: Moment | None
    last_error: str
    made_at: Moment


class NewStream(Form):
    """A stream to add; a file takes no address."""

    name: Line = Field(min_length=1, max_length=100)
    kind: Kind
    address: str = Field("", max_length=2048)
    certificate: str = Field("", max_length=50_000)
    from_beginning: bool = False


class StreamChange(Form):
    """What is to change of a stream; what is left out stays."""

    name: Line | None = Field(None, min_length=1, max_length=100)
    address: str | None = Field(None, max_length=2048)
    certificate: str | None = Field(None, max_length=50_000)


class MadeStream(Schema):
    """A new stream with the secret that signs a webhook, which is told only now."""

    secret: str
    stream: Stream


class StreamTest(Schema):
    """Whether a test arrived, and why not."""

    arrived: bool
    error: str


@panel.get(STREAMS, needs=VIEW, answer=Many[Stream])
def list_log_streams(request: Request) -> dict[str, object]:
    """The streams of the log, by name."""
    return everything([_shown(one) for one in queries.streams(request.actor.organization_id or 0)])


@panel.post(STREAMS, needs=MANAGE, answer=MadeStream)
def add_log_stream(request: Request, body: NewStream) -> dict[str, object]:
    """Add a stream; it carries what happens from now on, or the whole log."""
    setup = StreamSetup(name=body.name, kind=body.kind, address=body.address, certificate=body.certificate)
    queries.refuse_plain_http(setup)
    organization = organizations.organization(request.actor.organization_id or 0)
    made, secret = actions.add_stream(
        by=request.actor, organization=organization, setup=setup, from_beginning=body.from_beginning
    )
    return {"secret": secret, "stream": _shown(made)}


@panel.get(ONE, needs=VIEW, answer=Stream)
def read_log_stream(request: Request, stream: Id) -> object:
    """One stream."""
    return _shown(queries.stream(request.actor, stream))


@panel.patch(ONE, needs=MANAGE, answer=Stream)
def change_log_stream(request: Request, stream: Id, body: StreamChange) -> object:
    """Change where a stream leads; it keeps its place in the log."""
    found = queries.stream(request.actor, stream)
    given = {"name": found.name, "address": found.address, "certificate": found.certificate}
    setup = StreamSetup(kind=Kind(found.kind), **{**given, **body.dict(exclude_none=True)})
    queries.refuse_plain_http(setup)
    actions.change_stream(by=request.actor, stream=found, setup=setup)
    return _shown(queries.stream(request.actor, stream))


@panel.delete(ONE, needs=MANAGE)
def remove_log_stream(request: Request, stream: Id) -> None:
    """Remove a stream; what it carried stays where it is."""
    actions.remove_stream(by=request.actor, stream=queries.stream(request.actor, stream))


@panel.post(f"{ONE}/pause", needs=MANAGE, answer=Stream, status=200)
def pause_log_stream(request: Request, stream: Id) -> object:
    """Let a stream carry nothing for now; it keeps its place."""
    actions.pause_stream(by=request.actor, stream=queries.stream(request.actor, stream))
    return _shown(queries.stream(request.actor, stream))


@panel.post(f"{ONE}/resumption", needs=MANAGE, answer=Stream, status=200)
def resume_log_stream(request: Request, stream: Id) -> object:
    """Let a paused stream go on where it stood."""
    actions.resume_stream(by=request.actor, stream=queries.stream(request.actor, stream))
    return _shown(queries.stream(request.actor, stream))


@panel.post(f"{ONE}/test", needs=MANAGE, answer=StreamTest, status=200)
def test_log_stream(request: Request, stream: Id) -> dict[str, object]:
    """Send a test that names no line along a stream."""
    found = queries.stream(request.actor, stream)
    error = queries.try_out(found)
    actions.note_stream_test(by=request.actor, stream=found, error=error)
    return {"arrived": not error, "error": error}


@panel.post(f"{ONE}/secret", needs=MANAGE, answer=MadeStream)
def replace_log_stream_secret(request: Request, stream: Id) -> dict[str, object]:
    """Sign with a new secret from now on."""
    found = queries.stream(request.actor, stream)
    secret = actions.replace_stream_secret(by=request.actor, stream=found)
    return {"secret": secret, "stream": _shown(found)}


def _shown(stream: LogStream) -> dict[str, object]:
    names = ("id", "name", "kind", "state", "position", "sent", "last_sent_at", "failures", "failing_since")
    known = {name: getattr(stream, name) for name in (*names, "last_error", "made_at")}
    return {**known, "place": place_shown(stream), "behind": queries.lag(stream)[0]}
