"""Writing down what a preset holds."""

import dataclasses

import pytest

from keyhouse.domain.presets import actions, queries
from keyhouse.domain.presets.events import PresetEdited
from keyhouse.domain.presets.rules import Content, tidied
from keyhouse.foundation.errors import NotAllowed
from tests.domain.presets.conftest import create

EVENT = PresetEdited(preset="Writers", changes="people")


def test_what_was_written_is_read_again(ada, cast, everything, sales):
    wanted = dataclasses.replace(everything, people=frozenset({cast.ben.id}), groups=frozenset({sales.id}))
    preset = create(ada, cast, everything)

    actions.define_preset(by=ada, preset=preset, content=wanted, event=EVENT)

    assert queries.content_of(preset) == tidied(wanted)
    assert preset.version == 2


def test_plain_values_hold_the_same_content(everything):
    assert Content.read(everything.plain()) == everything


def test_it_gives_nothing_to_anybody_yet(ada, cast, everything):
    preset = create(ada, cast, everything)

    actions.define_preset(
        by=ada, preset=preset, content=dataclasses.replace(everything, people=frozenset({cast.ben.id})), event=EVENT
    )

    assert queries.roles_held(preset, cast.ben) == []
    assert queries.given_products(preset, cast.ben) == []


def test_only_who_manages_presets_may(ben, mallory, ada, cast, everything, untouched):
    preset = create(ada, cast, everything)

    for stranger in (ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.define_preset(by=stranger, preset=preset, content=everything, event=EVENT)
