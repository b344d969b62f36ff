"""Who acts in long work: the one who asked, made again with the permissions that she has then."""

import dataclasses
from typing import Any

from django.conf import settings
from django.utils.module_loading import import_string

from keyhouse.foundation.permissions import Actor, ActorKind, Strength

KEPT = (
    "id",
    "name",
    "organization_id",
    "person_id",
    "home_organization_id",
    "email",
    "approved",
    "relationship_id",
    "ip",
    "device",
    "correlation",
)


def kept(by: Actor) -> dict[str, Any]:
    """What is kept of an actor until her work is done; neither permissions nor the session."""
    return {"kind": by.kind.value, "strength": int(by.strength)} | {name: getattr(by, name) for name in KEPT}


def again(stored: dict[str, Any]) -> Actor:
    """The actor made again; her permissions are those of this moment, none when she may not act any more."""
    fields = {name: stored[name] for name in KEPT if name in stored}
    bare = Actor(kind=ActorKind(stored["kind"]), strength=Strength(stored["strength"]), **fields)
    return dataclasses.replace(bare, permissions=import_string(settings.PERMISSIONS_NOW)(bare))
