"""An event has a tag (noun.noun.participle), a title, a sentence in the past, and no fact that its sentence forgets."""

from __future__ import annotations

import dataclasses
import re
import string

from keyhouse.foundation.audit import Event
from tests.architecture.tree import listed

TAG = re.compile(r"[a-z_]+(\.[a-z_]+)+")
PAST = re.compile(
    r"(ed|en|un|wn|ne|nt|st|lt|ld|de|ft|ut|et|ade|ung|ought|lost|held|left|kept|met|read|reset|set|won|built|begun|run)$"
)
ALWAYS_KNOWN = {"actor", "target"}


def test_every_event_has_tag_title_and_sentence():
    faults = [kind.__name__ for kind in our_events() if not (kind.tag and str(kind.title) and str(kind.sentence))]

    assert not faults, listed(faults)


def test_every_tag_is_nouns_and_a_participle():
    faults = [
        kind.tag for kind in our_events() if not TAG.fullmatch(kind.tag) or not PAST.search(kind.tag.split(".")[-1])
    ]

    assert not faults, listed(faults)


def test_every_sentence_names_only_facts_of_its_event_and_ends():
    faults = []
    for kind in our_events():
        named = {name for _, name, _, _ in string.Formatter().parse(str(kind.sentence)) if name}
        unknown = named - {field.name for field in dataclasses.fields(kind)} - ALWAYS_KNOWN
        if unknown or not str(kind.sentence).endswith((".", "}")):
            faults.append(f"{kind.__name__}: {kind.sentence} {unknown or ''}")

    assert not faults, listed(faults)


def test_what_an_erasure_blanks_is_a_fact_of_the_event():
    faults = [
        kind.__name__
        for kind in our_events()
        if not kind.personal <= {field.name for field in dataclasses.fields(kind)}
    ]

    assert not faults, listed(faults)


def our_events() -> list[type[Event]]:
    """The events of the product, without those that tests make up."""
    return [kind for kind in Event.known.values() if kind.__module__.startswith("keyhouse.")]
