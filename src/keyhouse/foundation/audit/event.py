"""What can have happened: each module names its own events as subclasses of Event."""

import dataclasses
from dataclasses import dataclass
from typing import Any, ClassVar, dataclass_transform

from django.utils.functional import Promise

Text = str | Promise


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Event:
    """Something that has happened; its fields are the facts that its sentence names.

    `tag` is its stable name (noun.noun.participle), `title` the fixed name in the log, `personal` the fields that an
    erasure blanks, and `outgoing` says that mail, webhooks or others are told after commit.
    """

    tag: ClassVar[str] = ""
    title: ClassVar[Text] = ""
    sentence: ClassVar[Text] = ""
    personal: ClassVar[frozenset[str]] = frozenset()
    outgoing: ClassVar[bool] = False

    known: ClassVar[dict[str, type["Event"]]] = {}

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if cls.tag:
            Event.known[cls.tag] = cls

    def facts(self) -> dict[str, Any]:
        """The fields of this event by name."""
        return {name.name: getattr(self, name.name) for name in dataclasses.fields(self)}  # type: ignore[arg-type]


def kind_of(tag: str) -> type[Event] | None:
    """The class of the events with this tag, or None when no module of this version knows it."""
    return Event.known.get(tag)


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line of the log as it is shown: who did what to what, when and from where.

    `sentence` names people as far as they were not erased; `facts` holds what the event says, personal fields included.
    """

    id: int
    organization_id: int | None
    sequence: int | None
    tag: str
    title: str
    sentence: str
    actor_kind: str
    actor_id: int | None
    actor: str
    target_id: int | None
    within_id: int | None
    at: Any
    ip: str
    device: str
    correlation: str
    facts: dict[str, Any]
    hash: str
