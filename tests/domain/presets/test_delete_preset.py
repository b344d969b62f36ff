"""Deleting a preset."""

import pytest

from keyhouse.domain.administration import queries as administration
from keyhouse.domain.administration.errors import LastSystemAdmin
from keyhouse.domain.administration.models import RoleHolder
from keyhouse.domain.grants.models import TaskGrant
from keyhouse.domain.organizations.errors import NeedsApproval
from keyhouse.domain.portfolios.models import Membership
from keyhouse.domain.presets import actions
from keyhouse.domain.presets.errors import PresetChanged
from keyhouse.domain.presets.models import Preset
from keyhouse.domain.products import actions as products
from keyhouse.domain.products.models import ProductAccess
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from tests.domain.presets.conftest import ADVERTISE, create, place
from tests.domain.presets.test_edit_preset import make_only_admin


def delete(by, preset, version=1):
    actions.delete_preset(by=by, preset=preset, version=version)


def test_everything_that_it_gave_is_gone_and_nothing_else(ada, cast, everything, wiki, auditor, sales):
    products.give_access(by=ada, product=wiki, subject=cast.ben)
    TaskGrant.objects.of(cast.acme).create(
        portfolio=cast.spring_campaign, subject_id=cast.ben.id, object_id=cast.act_1001.id, asset_type="ad_account",
        tasks=ADVERTISE, given_at=cast.acme.made_at,
    )  # fmt: skip
    before = {model: list(model.objects.of(cast.acme).order_by("pk").values()) for model in
              (RoleHolder, ProductAccess, TaskGrant)}  # fmt: skip

    preset = create(ada, cast, everything, people=frozenset({cast.ben.id}), groups=frozenset({sales.id}))
    delete(ada, preset)

    assert {model: list(model.objects.of(cast.acme).order_by("pk").values()) for model in before} == before
    assert place(cast, cast.ben, cast.press) is None
    assert place(cast, cast.ben, cast.spring_campaign).source == "direct"
    assert not Membership.objects.of(cast.acme).exclude(preset_id=None).exists()
    assert not Preset.objects.of(cast.acme).exists()
    assert any("Ada deleted the preset Writers." in one.sentence for one in audit.events(cast.acme.id))


def test_what_another_preset_gives_too_stays(ada, cast, everything, auditor):
    people = frozenset({cast.ben.id})
    first, second = create(ada, cast, everything, people=people), create(ada, cast, everything, name="2", people=people)

    delete(ada, first)

    assert place(cast, cast.ben, cast.press).preset_id == second.id
    assert administration.permissions_of(cast.ben)


def test_the_last_system_admin_stays(ada, cast, everything, untouched):
    role = administration.system_admin_role(cast.acme)
    preset = create(ada, cast, everything, roles=frozenset({role.id}), people=frozenset({cast.ben.id}))
    make_only_admin(cast, cast.ben)

    with pytest.raises(LastSystemAdmin), untouched():
        delete(ada, preset)


def test_what_changed_meanwhile_is_not_deleted(ada, cast, everything, untouched):
    preset = create(ada, cast, everything)

    with pytest.raises(PresetChanged), untouched():
        delete(ada, preset, 0)


def test_who_could_not_take_it_alone_needs_a_system_admin(ada, helper, cast, everything, untouched):
    preset = create(ada, cast, everything, people=frozenset({cast.ben.id}))

    with pytest.raises(NeedsApproval) as refused, untouched():
        delete(helper, preset)
    assert refused.value.arguments == {"preset": str(preset.id), "version": 1, "content": None}


def test_only_who_manages_presets_deletes_one(ben, mallory, ada, cast, everything, untouched):
    preset = create(ada, cast, everything)

    for stranger in (ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            delete(stranger, preset)
