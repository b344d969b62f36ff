"""What can have happened to the security log itself."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.audit import Event


@dataclass(frozen=True, kw_only=True)
class LogExported(Event):
    """Lines of the security log were exported."""

    tag = "security_log.exported"
    title = _("Log exported")
    sentence = _("{actor} exported the security log as {format}: {lines}.")
    format: str
    lines: str


@dataclass(frozen=True, kw_only=True)
class LogVerified(Event):
    """The chain of the security log was walked, and held."""

    tag = "security_log.verified"
    title = _("Log verified")
    sentence = _("{actor} verified the security log: it is whole. Lines: {count}; last block: {block}.")
    count: int
    block: int
    head: str


@dataclass(frozen=True, kw_only=True)
class LogFoundBroken(Event):
    """The chain of the security log was walked, and did not hold."""

    tag = "security_log.chain.broken"
    title = _("Log chain broken")
    sentence = _("The security log is broken in block {block}, line {line}: {fault}.")
    outgoing = True
    block: int
    line: str
    fault: str


@dataclass(frozen=True, kw_only=True)
class LogShortened(Event):
    """The oldest lines of the security log were removed, as their retention ended."""

    tag = "security_log.beginning.removed"
    title = _("Old log lines removed")
    sentence = _("{actor} removed the lines of the log until {until}, as they were kept for {months} months: {count}.")
    count: int
    months: int
    until: str
    block: int
    hash: str


@dataclass(frozen=True, kw_only=True)
class StreamCreated(Event):
    """A stream of the log was created."""

    tag = "log_stream.created"
    title = _("Log stream created")
    sentence = _("{actor} created the log stream {stream} to {place}.")
    stream: str
    kind: str
    place: str


@dataclass(frozen=True, kw_only=True)
class StreamChanged(Event):
    """A stream of the log was changed."""

    tag = "log_stream.changed"
    title = _("Log stream changed")
    sentence = _("{actor} changed the log stream {stream}: {changes}.")
    stream: str
    changes: str


@dataclass(frozen=True, kw_only=True)
class StreamPaused(Event):
    """A stream of the log was paused."""

    tag = "log_stream.paused"
    title = _("Log stream paused")
    sentence = _("{actor} paused the log stream {stream}.")
    stream: str


@dataclass(frozen=True, kw_only=True)
class StreamResumed(Event):
    """A stream of the log goes on."""

    tag = "log_stream.resumed"
    title = _("Log stream resumed")
    sentence = _("{actor} let the log stream {stream} go on.")
    stream: str


@dataclass(frozen=True, kw_only=True)
class StreamRemoved(Event):
    """A stream of the log was removed."""

    tag = "log_stream.removed"
    title = _("Log stream removed")
    sentence = _("{actor} removed the log stream {stream}.")
    stream: str


@dataclass(frozen=True, kw_only=True)
class StreamTested(Event):
    """A stream of the log was tested."""

    tag = "log_stream.tested"
    title = _("Log stream tested")
    sentence = _("{actor} tested the log stream {stream}: {outcome}.")
    stream: str
    outcome: str


@dataclass(frozen=True, kw_only=True)
class StreamSecretRotated(Event):
    """The secret that signs a stream was replaced."""

    tag = "log_stream.secret.replaced"
    title = _("Log stream secret replaced")
    sentence = _("{actor} replaced the secret of the log stream {stream}.")
    stream: str


@dataclass(frozen=True, kw_only=True)
class StreamFailed(Event):
    """A stream of the log has failed for a while."""

    tag = "log_stream.delivery.stopped"
    title = _("Log stream failing")
    sentence = _("The log stream {stream} doesn't arrive: {reason}. It is tried again, and nothing is lost.")
    outgoing = True
    stream: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class StreamRecovered(Event):
    """A stream of the log that had failed arrives again."""

    tag = "log_stream.delivery.begun"
    title = _("Log stream works again")
    sentence = _("The log stream {stream} arrives again.")
    stream: str


@dataclass(frozen=True, kw_only=True)
class LogVerificationBegun(Event):
    """Somebody had the chain of the security log walked."""

    tag = "security_log.verification.begun"
    title = _("Log verification begun")
    sentence = _("{actor} began to verify the security log.")
    lines: int
