"""The admin roles of a preset."""

import pytest

from keyhouse.domain.administration.models import RoleHolder
from keyhouse.domain.presets import actions
from keyhouse.domain.presets.models import PresetRole
from keyhouse.foundation.errors import NotAllowed
from tests.domain.presets.conftest import create


def held(cast):
    rows = RoleHolder.objects.of(cast.acme).filter(source="preset")
    return {(one.role.name, one.subject.name, one.source_id) for one in rows.select_related("role", "person", "group")}


def test_people_and_groups_hold_them_from_the_preset(ada, cast, everything, sales):
    preset = create(ada, cast, everything, people=frozenset({cast.ben.id}), groups=frozenset({sales.id}))

    assert held(cast) == {("Auditor", "Ben", preset.id), ("Auditor", "Sales", preset.id)}


def test_what_the_definition_names_no_more_is_taken(ada, cast, everything):
    preset = create(ada, cast, everything, people=frozenset({cast.ben.id}))
    PresetRole.objects.of(cast.acme).delete()

    actions.follow_roles(by=ada, preset=preset, subjects=[cast.ben])

    assert held(cast) == set()


def test_somebody_who_does_not_have_the_preset_gets_nothing(ada, cast, everything, untouched):
    preset = create(ada, cast, everything)

    with untouched():
        actions.follow_roles(by=ada, preset=preset, subjects=[cast.ben, cast.erin])


def test_nobody_of_another_organization_may(mallory, ada, cast, everything, untouched):
    preset = create(ada, cast, everything)

    with pytest.raises(NotAllowed), untouched():
        actions.follow_roles(by=mallory, preset=preset, subjects=[cast.ben])
