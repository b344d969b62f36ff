"""What is asked of the log: conditions on stored words, each of which an event meets or not."""

import datetime as dt
import functools
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils import translation

from keyhouse.foundation import ids
from keyhouse.foundation.audit import words
from keyhouse.foundation.audit.event import Event


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Which events are asked for; what is left out does not matter. They happened from `since` to before `until`.

    `about`, `by` and `within` are ids; `concerning` are ids, each of which is actor or target. `actor`, `target`, `ip`,
    `device` and `text` are what somebody typed: words, each of which begins a word of that part of the event.
    """

    about: int | None = None
    within: int | None = None
    by: int | None = None
    concerning: tuple[int, ...] = ()
    tags: tuple[str, ...] = ()
    correlation: str = ""
    since: dt.datetime | None = None
    until: dt.datetime | None = None
    actor: str = ""
    target: str = ""
    ip: str = ""
    device: str = ""
    text: str = ""

    def conditions(self) -> dict[str, Any]:
        """What of it are columns of the table, as conditions of a query."""
        named = {
            "target_id": self.about,
            "within_id": self.within,
            "actor_id": self.by,
            "tag__in": self.tags or None,
            "at__gte": self.since,
            "at__lt": self.until,
            "correlation": self.correlation or None,
        }
        return {name: value for name, value in named.items() if value is not None}

    def columns(self) -> dict[str, Any]:
        """What of it only columns can tell: the time, and what happened together."""
        return {name: value for name, value in self.conditions().items() if name.startswith(("at__", "correlation"))}


@dataclass(frozen=True, kw_only=True)
class Condition:
    """One thing that is asked for: any of some exact words, or a word of these fields that begins so."""

    exact: tuple[bytes, ...] = ()
    prefix: bytes = b""
    fields: frozenset[bytes] = frozenset()

    def fits(self, word: bytes) -> bool:
        """Whether a stored word meets it."""
        if word in self.exact:
            return True
        return bool(self.prefix) and word.startswith(self.prefix) and self._in_field(word)

    def _in_field(self, word: bytes) -> bool:
        return not self.fields or words.field_of(word) in self.fields


def conditions_of(wanted: Wanted) -> list[Condition]:
    """What an event must meet, all of it; times are left out, as they are columns."""
    found = [
        Condition(exact=tuple(words.key(kind, value) for value in values))
        for kind, values in ((b"t", wanted.tags), (b"o", _one(wanted.about)), (b"b", _one(wanted.by)))
        if values
    ]
    if wanted.within is not None:
        found.append(Condition(exact=(words.key(b"w", wanted.within),)))
    found += [Condition(exact=(words.key(b"b", one), words.key(b"o", one))) for one in wanted.concerning]
    found += _typed(wanted.actor, b"b", words.ACTOR) + _typed(wanted.target, b"o", words.FACT)
    found += _typed(wanted.device, b"", words.DEVICE) + _typed(wanted.ip, b"", words.IP)
    return found + [_anywhere(term) for term in words.terms_of(wanted.text)]


def meets(stored: Iterable[bytes], conditions: list[Condition]) -> bool:
    """Whether an event with these stored words meets all conditions."""
    known = list(stored)
    return all(any(condition.fits(word) for word in known) for condition in conditions)


def _one(value: int | None) -> tuple[int, ...]:
    return () if value is None else (value,)


def _typed(text: str, kind: bytes, field: bytes) -> list[Condition]:
    """What somebody typed into the filter of one part: an id there, or words of it."""
    return [
        Condition(
            exact=(words.key(kind, term),) if kind and ids.parse(term) else (),
            prefix=words.beginning(term),
            fields=frozenset({field}),
        )
        for term in words.terms_of(text)
    ]


def _anywhere(term: str) -> Condition:
    """What somebody typed into the search: a word anywhere, an id, or a word of what an event is called."""
    exact = [words.key(b"t", tag) for tag in _called(term, len(Event.known), translation.get_language())]
    if ids.parse(term):
        exact += [words.key(kind, term) for kind in (b"b", b"o", b"w")]
    return Condition(exact=tuple(exact), prefix=words.beginning(term))


@functools.lru_cache(maxsize=500)
def _called(term: str, known: int, language: str | None) -> tuple[str, ...]:
    """The tags of the events whose name or sentence holds a word that begins so, in the reader's language."""
    return tuple(tag for tag, kind in Event.known.items() if words.begins_one(term, _texts(tag, kind)))


def _texts(tag: str, kind: type[Event]) -> tuple[str, str, str]:
    """What an event is called and how its sentence goes, without the facts in it."""
    sentence = str(kind.sentence)
    return tag, str(kind.title), " ".join(part for part in sentence.split() if "{" not in part)
