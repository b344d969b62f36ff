"""The products and tasks of a preset."""

import pytest

from keyhouse.domain.grants.models import TaskGrant
from keyhouse.domain.presets import actions
from keyhouse.domain.presets.models import PresetProduct, PresetTask
from keyhouse.domain.products.models import ProductAccess
from keyhouse.foundation.errors import NotAllowed
from tests.domain.presets.conftest import create


def test_they_stand_in_the_name_of_the_preset(ada, cast, everything, sales):
    preset = create(ada, cast, everything, groups=frozenset({sales.id}))

    access, grant = ProductAccess.objects.of(cast.acme).get(), TaskGrant.objects.of(cast.acme).get()
    assert (access.group_id, access.source, access.source_id) == (sales.id, "preset", preset.id)
    assert (grant.subject_id, grant.source, grant.source_id) == (sales.id, "preset", preset.id)


def test_what_the_definition_names_no_more_is_taken(ada, cast, everything, sales):
    preset = create(ada, cast, everything, groups=frozenset({sales.id}))
    PresetProduct.objects.of(cast.acme).delete()
    PresetTask.objects.of(cast.acme).delete()

    assert actions.follow_subject(by=ada, preset=preset, subject=sales)

    assert not ProductAccess.objects.of(cast.acme).exists()
    assert not TaskGrant.objects.of(cast.acme).exists()
    assert not actions.follow_subject(by=ada, preset=preset, subject=sales)


def test_an_asset_that_left_the_portfolio_is_given_no_more(ada, cast, everything, sales):
    preset = create(ada, cast, everything, groups=frozenset({sales.id}))
    cast.act_1001.portfolio = cast.press
    cast.act_1001.save()

    actions.follow_subject(by=ada, preset=preset, subject=sales)

    assert not TaskGrant.objects.of(cast.acme).exists()


def test_nobody_of_another_organization_may(mallory, ada, cast, everything, sales, untouched):
    preset = create(ada, cast, everything)

    with pytest.raises(NotAllowed), untouched():
        actions.follow_subject(by=mallory, preset=preset, subject=sales)
