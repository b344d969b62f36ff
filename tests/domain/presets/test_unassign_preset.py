"""Taking a preset from one person or group."""

import pytest

from keyhouse.domain.presets import actions, queries
from keyhouse.domain.presets.errors import PresetNotHeld, PresetThroughGroup
from keyhouse.domain.products import queries as products
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from tests.domain.presets.conftest import create, place


def take(by, preset, subject):
    actions.unassign_preset(by=by, preset=preset, subject=subject)


def test_what_it_gave_goes_with_it(ada, cast, everything, wiki, sales):
    preset = create(ada, cast, everything, people=frozenset({cast.erin.id}), groups=frozenset({sales.id}))

    take(ada, preset, cast.erin)
    take(ada, preset, sales)

    assert wiki not in products.products_of(cast.erin)
    assert place(cast, cast.ben, cast.press) is None
    assert place(cast, cast.erin, cast.press).level == "full"
    assert not queries.people_of(preset).exists()
    assert "Ada took the preset Writers from Sales." in [one.sentence for one in audit.events(cast.acme.id)]


def test_what_comes_through_a_group_is_changed_there(ada, cast, everything, sales, untouched):
    preset = create(ada, cast, everything, groups=frozenset({sales.id}))

    with pytest.raises(PresetThroughGroup, match="through the group Sales"), untouched():
        take(ada, preset, cast.ben)
    with pytest.raises(PresetNotHeld), untouched():
        take(ada, preset, cast.erin)


def test_only_who_manages_presets_takes_one(ben, mallory, ada, cast, everything, untouched):
    preset = create(ada, cast, everything, people=frozenset({cast.erin.id}))

    for stranger in (ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            take(stranger, preset, cast.erin)
