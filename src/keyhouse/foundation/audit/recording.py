"""Writing to the audit log, in the transaction of the action that it tells about."""

import hashlib
import json
import secrets
from typing import Any, Protocol

from keyhouse.foundation import clock, ids
from keyhouse.foundation.audit.event import Event
from keyhouse.foundation.permissions import Actor, ActorKind


class Target(Protocol):
    """What an event is about: anything with an id of ours and an organization."""

    @property
    def id(self) -> int: ...


class Place(Protocol):
    """Where an event happened: a portfolio."""

    @property
    def id(self) -> int: ...

    @property
    def organization_id(self) -> int: ...


def digest(salt: str, value: Any) -> str:
    """The salted digest that stands for a personal value in the event's hash."""
    return hashlib.sha256(f"{salt}:{json.dumps(value, sort_keys=True)}".encode()).hexdigest()


def hash_of(event: Any) -> str:
    """The event's own hash: SHA-256 over its canonical JSON with the digests of its personal fields."""
    body = {
        "id": str(event.id),
        "organization": str(event.organization_id or ""),
        "tag": event.tag,
        "actor": [event.actor_kind, str(event.actor_id or "")],
        "target": str(event.target_id or ""),
        "within": str(event.within_id or ""),
        "correlation": event.correlation,
        "at": event.at.isoformat(),
        "facts": event.facts,
        "personal": event.digests,
    }
    return hashlib.sha256(json.dumps(body, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def _organization_of(by: Actor, on: Target | None, within: Place | None) -> int | None:
    if within is not None:
        return within.organization_id
    if on is not None and ids.kind_of(on.id) is ids.Kind.ORGANIZATION:
        return on.id
    owner = getattr(on, "organization_id", None)
    return owner if owner is not None else by.organization_id


def record(
    event: Event,
    *,
    by: Actor,
    on: Target | None = None,
    within: Place | None = None,
    organization_id: int | None = None,
) -> int:
    """Write that this happened, who did it, to what and within which portfolio; returns the event's id.

    The organization is the one named, else that of the portfolio, else that of the thing, else the actor's; events of
    one actor share her correlation. Personal fields go to their own rows, salted.
    """
    from keyhouse.foundation.audit.models import AuditEvent, AuditPersonal

    owner = organization_id if organization_id is not None else _organization_of(by, on, within)
    facts = event.facts()
    personal = {name: facts.pop(name) for name in sorted(event.personal) if facts.get(name) not in (None, "")}
    if by.name and by.kind in (ActorKind.PERSON, ActorKind.PARTNER):
        personal["actor"] = by.name
    elif by.name:
        facts["actor"] = by.name
    personal |= {name: value for name, value in (("ip", by.ip), ("device", by.device)) if value}
    salts = {name: secrets.token_hex(16) for name in personal}
    row = AuditEvent(
        organization_id=owner,
        tag=event.tag,
        actor_kind=by.kind.value,
        actor_id=by.id,
        target_id=on.id if on is not None else None,
        within_id=within.id if within is not None else None,
        correlation=by.correlation,
        at=clock.now(),
        facts=json.loads(json.dumps(facts, default=str)),
        delivered=not event.outgoing,
    )
    row.digests = {name: digest(salts[name], value) for name, value in personal.items()}
    row.hash = hash_of(row)
    row.save(force_insert=True)
    kept = [
        AuditPersonal(organization_id=owner, event=row, field=name, value=value, salt=salts[name])
        for name, value in personal.items()
    ]
    AuditPersonal.objects.everywhere(reason="the rows name their organization themselves").bulk_create(kept)
    return row.id
