"""A line of the log as machines read it: in exports, streams and the API."""

import json
from typing import Any

from keyhouse.foundation.audit.event import Line


def content(line: Line) -> dict[str, Any]:
    """A line as plain values: ids as text, the time in UTC to the microsecond."""
    return {
        "id": str(line.id),
        "sequence": line.sequence,
        "organization_id": _id(line.organization_id),
        "time": line.at.strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
        "event": line.title,
        "tag": line.tag,
        "summary": line.sentence,
        "actor": {"kind": line.actor_kind, "id": _id(line.actor_id), "name": line.actor},
        "target_id": _id(line.target_id),
        "portfolio_id": _id(line.within_id),
        "ip": line.ip,
        "device": line.device,
        "correlation": line.correlation,
        "facts": {name: value for name, value in line.facts.items() if name != "actor"},
        "hash": line.hash,
    }


def as_json(line: Line) -> str:
    """A line as one line of JSON in ASCII."""
    return json.dumps(content(line), default=str, separators=(",", ":"))


def _id(identifier: int | None) -> str | None:
    return None if identifier is None else str(identifier)
