"""One batch of lines to one destination; it has arrived when nothing is raised."""

import enum
from collections.abc import Sequence
from dataclasses import dataclass

from keyhouse.foundation.audit.event import Line
from keyhouse.foundation.audit.streaming import file, syslog, webhook


class Kind(enum.StrEnum):
    """Where a stream leads."""

    WEBHOOK = "webhook"
    SYSLOG = "syslog"
    FILE = "file"


@dataclass(frozen=True, kw_only=True)
class Destination:
    """Where lines go: a web address, or host:port of syslog; `secret` signs, `certificate` says whom to trust."""

    kind: Kind
    stream_id: int
    organization_id: int
    address: str = ""
    secret: str = ""
    certificate: str = ""


def carry(destination: Destination, lines: Sequence[Line]) -> None:
    """Bring lines there. Raises Unreachable when they have not arrived for certain."""
    if destination.kind is Kind.WEBHOOK:
        webhook.post(destination.address, destination.secret, webhook.body(destination.stream_id, lines))
    elif destination.kind is Kind.SYSLOG:
        syslog.send(destination.address, destination.certificate, lines)
    else:
        file.append(destination.organization_id, destination.stream_id, lines)


def check(destination: Destination) -> None:
    """Send a test that names no event, or see whether the file can be written. Raises Unreachable."""
    if destination.kind is Kind.WEBHOOK:
        webhook.post(destination.address, destination.secret, webhook.body(destination.stream_id, [], is_test=True))
    elif destination.kind is Kind.SYSLOG:
        syslog.send(destination.address, destination.certificate, [], is_test=True)
    else:
        file.append(destination.organization_id, destination.stream_id, [])
