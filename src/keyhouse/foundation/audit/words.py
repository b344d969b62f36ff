"""The words by which an event is found: what it says, who did it, from where, and the ids that it names."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

MOST = 100  # words of one event
LONGEST = 100  # bytes of one word
CHUNKS = re.compile(r"[\s,;()\[\]{}\"'<>|…“”‘’]+")
PARTS = re.compile(r"[\W_]+")
EDGES = "./:!?@-_=+*#&"
END = b"\x00"
KEY = b"\x01"

FACT, ACTOR, IP, DEVICE = b"s", b"n", b"i", b"d"


def folded(text: str) -> str:
    """A text without letter case and accents, as words are compared."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def words_of(text: str) -> set[str]:
    """The words of a text: whole ones such as an address, and their parts."""
    found = set()
    for chunk in CHUNKS.split(folded(text)):
        whole = chunk.strip(EDGES)
        if not whole:
            continue
        found.add(whole)
        if "@" in whole:
            found.add(whole.rpartition("@")[2])
        found.update(part for part in PARTS.split(whole) if len(part) > 1)
    return found


def terms_of(text: str) -> list[str]:
    """The words that somebody looks for; each must begin a word of the event."""
    found = [chunk.strip(EDGES) for chunk in CHUNKS.split(folded(text.replace("\x00", " ")))]
    return [term[:LONGEST] for term in dict.fromkeys(found) if term][:8]


def key(kind: bytes, value: object) -> bytes:
    """The word that stands for an exact value: an id or the tag of an event."""
    return KEY + kind + b"=" + str(value).encode()[:LONGEST]


def beginning(term: str) -> bytes:
    """How the stored words begin that this term finds."""
    return term.encode()[:LONGEST]


def after(prefix: bytes) -> bytes:
    """The first word behind all those that begin so; no word of ours holds the byte ff."""
    return prefix + b"\xff"


def field_of(word: bytes) -> bytes:
    """The field that a stored word was found in."""
    return word.rpartition(END)[2]


def stored(event: Any, personal: dict[str, Any]) -> set[bytes]:
    """All stored words of one event, with the personal fields that still exist."""
    facts = {**event.facts, **personal}
    kinds = ((b"t", event.tag), (b"k", event.actor_kind), (b"b", event.actor_id), (b"o", event.target_id))
    found = {key(kind, value) for kind, value in (*kinds, (b"w", event.within_id)) if value is not None}
    named = {"actor": ACTOR, "ip": IP, "device": DEVICE}
    for name, value in facts.items():
        field = named.get(name, FACT)
        found.update(_stored(flat(value), field))
    return set(sorted(found)[:MOST]) if len(found) > MOST else found


def flat(value: Any) -> str:
    """A fact as one text, however deep it is."""
    if isinstance(value, dict):
        return " ".join(f"{name} {flat(one)}" for name, one in value.items())
    if isinstance(value, list | tuple):
        return " ".join(flat(one) for one in value)
    return "" if value is None else str(value)


def _stored(text: str, field: bytes) -> Iterator[bytes]:
    for word in {folded(text)} if field == IP else words_of(text):
        yield word.encode()[:LONGEST] + END + field


def begins_one(term: str, texts: Iterable[str]) -> bool:
    """Whether a term begins a word of any of the texts."""
    return any(word.startswith(term) for text in texts for word in words_of(text))
