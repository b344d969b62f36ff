"""Lines to syslog: messages of RFC 5424, counted in octets over TLS as RFC 5425 says."""

import re
from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

from django.conf import settings

from keyhouse.foundation import clock, outbound
from keyhouse.foundation.audit.event import Line
from keyhouse.foundation.audit.written import as_json

PRIORITY = 13 * 8 + 6  # facility "log audit", severity "informational"
PORT = 6514
NOT_A_NAME = re.compile(r"[^\x21-\x7e]")
ESCAPED = re.compile(r'["\\\]]')
STRUCTURED = "keyhouse@32473"


def send(address: str, certificate: str, lines: Sequence[Line], *, is_test: bool = False) -> None:
    """Write all messages over one connection and end it in order. Raises Unreachable."""
    host, port = place_of(address)
    messages = [message(line) for line in lines] + ([test_message()] if is_test else [])
    outbound.send_over_tls(host, port, b"".join(framed(one) for one in messages), certificate=certificate)


def place_of(address: str) -> tuple[str, int]:
    """The host and port of `host`, `host:port` or `[address]:port`; the port of syslog over TLS where none is named."""
    parts = urlsplit(f"//{address.strip()}")
    return parts.hostname or "", parts.port or PORT


def framed(one: bytes) -> bytes:
    """A message with its length before it (RFC 5425, 4.3)."""
    return str(len(one)).encode() + b" " + one


def message(line: Line) -> bytes:
    """An event as one message: its name as MSGID, what machines filter by as structured data, the line as JSON."""
    facts = {
        "id": line.id,
        "sequence": "" if line.sequence is None else line.sequence,
        "organization": line.organization_id or "",
        "event": line.title,
        "actor": line.actor,
        "ip": line.ip,
    }
    head = header(f"{line.at:%Y-%m-%dT%H:%M:%S.%fZ}", line.tag)
    return f"{head} {structured(facts)} {as_json(line)}".encode()


def test_message() -> bytes:
    """A message that says that it is a test."""
    head = header(f"{clock.now():%Y-%m-%dT%H:%M:%S.%fZ}", "test")
    return f"{head} - A test of a log stream of Keyhouse.".encode()


def header(time: str, name: str) -> str:
    """The header: priority, version, time, host, application, no process id, and the name of the message."""
    host = NOT_A_NAME.sub("", urlsplit(str(settings.KEYHOUSE.base_url)).hostname or "-")[:255]
    return f"<{PRIORITY}>1 {time} {host} keyhouse - {NOT_A_NAME.sub('', name)[-32:] or '-'}"


def structured(facts: Mapping[str, object]) -> str:
    """One element of structured data; quotes, backslashes and brackets are escaped (RFC 5424, 6.3.3)."""
    pairs = [f'{name}="{ESCAPED.sub(_escape, str(value))}"' for name, value in facts.items()]
    return f"[{STRUCTURED} {' '.join(pairs)}]"


def _escape(found: re.Match[str]) -> str:
    return "\\" + found.group(0)
