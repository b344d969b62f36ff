"""What the tests of presets ask for: a role, a product, a group with Ben in it, and contents of presets."""

import dataclasses
from typing import Any

import pytest

from keyhouse.domain.administration.models import Role
from keyhouse.domain.assets.rules import tasks, types
from keyhouse.domain.groups.models import GroupMember, PersonGroup
from keyhouse.domain.portfolios.models import Access, Membership
from keyhouse.domain.presets import actions, queries
from keyhouse.domain.presets.models import Preset
from keyhouse.domain.presets.rules import Content, PlaceGiven, TaskGiven
from keyhouse.foundation import clock
from keyhouse.foundation.permissions import Actor, Permission
from tests.cast import make_product

ADVERTISE = tasks.bits(types.TYPES["ad_account"], ["ADVERTISE"])
PRESETS = frozenset({Permission.PRESETS_VIEW, Permission.PRESETS_MANAGE})


@pytest.fixture
def wiki(cast: Any) -> Any:
    """A product of Acme with custom access that nobody was given."""
    return make_product(cast.acme, "Wiki", access="custom")


@pytest.fixture
def auditor(cast: Any) -> Role:
    """A custom admin role of Acme."""
    return Role.objects.of(cast.acme).create(name="Auditor", name_folded="auditor", permissions=["logs.view"])


@pytest.fixture
def sales(cast: Any) -> PersonGroup:
    """A group with Ben in it."""
    group = PersonGroup.objects.of(cast.acme).create(name="Sales", name_folded="sales", made_at=clock.now())
    GroupMember.objects.of(cast.acme).create(group=group, person=cast.ben)
    return group


@pytest.fixture
def without_approvals(cast: Any) -> None:
    """Acme asks nobody for a second administrator."""
    from keyhouse.domain.organizations.models import SecuritySettings

    SecuritySettings.objects.of(cast.acme).update(approvals="off")


@pytest.fixture
def everything(cast: Any, wiki: Any, auditor: Role, without_approvals: None) -> Content:
    """A preset that gives a role, a product, a place in Press and a task on an asset of Spring campaign."""
    return Content(
        name="Writers",
        description="Who writes",
        roles=frozenset({auditor.id}),
        products=frozenset({wiki.id}),
        places=(
            PlaceGiven(portfolio_id=cast.press.id, level=Access.APPS),
            PlaceGiven(
                portfolio_id=cast.spring_campaign.id,
                tasks=frozenset({TaskGiven(cast.act_1001.id, "ad_account", ADVERTISE)}),
            ),
        ),
    )


@pytest.fixture
def helper(ben: Actor) -> Actor:
    """Ben as an administrator who manages presets and nothing else."""
    return dataclasses.replace(ben, permissions=PRESETS)


def create(by: Actor, cast: Any, content: Content, **changes: Any) -> Preset:
    """A preset of Acme with this content, some of it changed."""
    wanted = dataclasses.replace(content, **changes)
    return actions.create_preset(by=by, organization=cast.acme, content=wanted)


def edit(by: Actor, preset: Preset, **changes: Any) -> Preset:
    """The preset with some of its content changed."""
    preset.refresh_from_db()
    content = dataclasses.replace(queries.content_of(preset), **changes)
    return actions.edit_preset(by=by, preset=preset, content=content, version=preset.version)


def place(cast: Any, person: Any, portfolio: Any) -> Membership | None:
    """The place of a person in a portfolio that counts."""
    rows = Membership.objects.of(cast.acme).filter(person=person, portfolio=portfolio, state="active")
    found: Membership | None = rows.first()
    return found
