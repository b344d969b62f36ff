"""Giving a preset to one more person or group."""

import pytest

from keyhouse.domain.organizations.errors import NeedsApproval
from keyhouse.domain.presets import actions, queries
from keyhouse.domain.presets.errors import NotForPresets, PersonNotForPresets, PresetHeldAlready
from keyhouse.domain.products import queries as products
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from tests.domain.presets.conftest import create, place


def assign(by, preset, subject):
    actions.assign_preset(by=by, preset=preset, subject=subject)


def test_a_person_or_group_has_it_at_once(ada, cast, everything, wiki, sales):
    preset = create(ada, cast, everything)

    assign(ada, preset, cast.erin)
    assign(ada, preset, sales)

    assert wiki in products.products_of(cast.erin)
    assert place(cast, cast.ben, cast.press) is not None
    assert {one.name for one in queries.people_of(preset)} == {"Ben", "Erin"}
    assert "Ada gave Sales the preset Writers." in [one.sentence for one in audit.events(cast.acme.id)]


def test_it_is_given_once_and_to_people_who_are_there(ada, cast, everything, untouched):
    preset = create(ada, cast, everything, people=frozenset({cast.ben.id}))

    for whom, broken in (
        (cast.ben, PresetHeldAlready),
        (cast.dana, PersonNotForPresets),
        (cast.mallory, NotForPresets),
    ):
        with pytest.raises(broken), untouched():
            assign(ada, preset, whom)


def test_more_than_one_could_give_alone_needs_approval(ada, helper, cast, everything, untouched):
    preset = create(ada, cast, everything)

    with pytest.raises(NeedsApproval), untouched():
        assign(helper, preset, cast.erin)


def test_only_who_manages_presets_gives_one(ben, mallory, ada, cast, everything, untouched):
    preset = create(ada, cast, everything)

    for stranger in (ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            assign(stranger, preset, cast.erin)
