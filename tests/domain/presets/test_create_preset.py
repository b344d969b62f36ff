"""Creating a preset."""

import dataclasses

import pytest

from keyhouse.domain.administration import queries as administration
from keyhouse.domain.administration.errors import OwnRole, RoleNeedsVerifiedDomain
from keyhouse.domain.grants.hot_decisions import Asker, Question, may
from keyhouse.domain.organizations.errors import NeedsApproval
from keyhouse.domain.presets import queries
from keyhouse.domain.presets.errors import (
    NotForPresets,
    PersonNotForPresets,
    PresetGivesNothing,
    PresetNameMissing,
    PresetNameTaken,
    TooManyAdministrators,
)
from keyhouse.domain.presets.rules import Content, PlaceGiven, TaskGiven
from keyhouse.domain.products import queries as products
from keyhouse.foundation import clock
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import Permission
from tests.cast import make_person
from tests.domain.presets.conftest import create, place
from tests.racing import at_once


def may_advertise(cast, person):
    asker = Asker(organization=cast.acme.id, at=clock.now())
    question = Question(
        subject_type="person", subject=person.id, task="ADVERTISE", asset_type="ad_account", asset=cast.act_1001.id
    )
    return may(asker, question).allowed


def test_a_person_in_it_has_everything_at_once(ada, cast, everything, wiki):
    create(ada, cast, everything, people=frozenset({cast.ben.id}))

    assert Permission.LOGS_VIEW in administration.permissions_of(cast.ben)
    assert wiki in products.products_of(cast.ben)
    assert place(cast, cast.ben, cast.press).level == "apps"
    assert may_advertise(cast, cast.ben)
    sentences = [one.sentence for one in audit.events(cast.acme.id)]
    assert any(one.startswith("Ada created the preset Writers. It gives Auditor, Wiki, ") for one in sentences)


def test_everybody_in_a_group_has_it_through_the_group(ada, cast, everything, wiki, sales):
    preset = create(ada, cast, everything, groups=frozenset({sales.id}))

    assert Permission.LOGS_VIEW in administration.permissions_of(cast.ben)
    assert wiki in products.products_of(cast.ben)
    assert place(cast, cast.ben, cast.press).preset_id == preset.id
    assert may_advertise(cast, cast.ben)
    assert [(one.preset.id, one.group.name) for one in queries.presets_of(cast.ben)] == [(preset.id, "Sales")]


def test_it_needs_a_name_of_its_own_and_something_to_give(ada, cast, everything, untouched):
    create(ada, cast, everything)

    for changes, broken in (
        ({"name": " "}, PresetNameMissing),
        ({"name": "WRITERS"}, PresetNameTaken),
        ({"roles": frozenset(), "products": frozenset(), "places": ()}, PresetGivesNothing),
    ):
        with pytest.raises(broken), untouched():
            create(ada, cast, everything, **changes)


def test_nothing_of_another_organization_goes_into_it(ada, cast, everything, untouched):
    """AUTH-1: a preset holds roles, products, portfolios, assets and people of its own organization alone."""
    foreign = TaskGiven(cast.newsroom.id, "page", 1)
    wanted = [
        {"roles": frozenset({administration.system_admin_role(cast.rival).id})},
        {"products": frozenset({products.built_in(cast.rival.id, "business_manager").id})},
        {"places": (PlaceGiven(portfolio_id=cast.studio.id),)},
        {"places": (PlaceGiven(portfolio_id=cast.spring_campaign.id, tasks=frozenset({foreign})),)},
        {"people": frozenset({cast.mallory.id})},
        {"people": frozenset({cast.finn.id})},
        {"groups": frozenset({1})},
    ]

    for changes in wanted:
        with pytest.raises(NotForPresets), untouched():
            create(ada, cast, everything, **changes)


def test_a_task_that_the_type_of_the_asset_lacks_is_refused(ada, cast, everything, untouched):
    wrong = [("page", 1), ("nonsense", 1), ("ad_account", 1 << 40), ("ad_account", 0)]

    for task in [TaskGiven(cast.act_1001.id, *one) for one in wrong]:
        places = (PlaceGiven(portfolio_id=cast.spring_campaign.id, tasks=frozenset({task})),)
        with pytest.raises(NotForPresets), untouched():
            create(ada, cast, everything, places=places)


def test_who_has_left_is_not_added(ada, cast, everything, untouched):
    with pytest.raises(PersonNotForPresets, match="deactivated"), untouched():
        create(ada, cast, everything, people=frozenset({cast.dana.id}))


def test_nobody_gives_a_role_to_herself_by_a_preset(ada, cast, everything, untouched):
    with pytest.raises(OwnRole), untouched():
        create(ada, cast, everything, people=frozenset({cast.ada.id}))


def test_an_administrator_by_a_preset_needs_a_verified_domain_too(ada, cast, everything, untouched):
    ruth = make_person(cast.acme, "ruth@acme-labs.example", "Ruth")

    with pytest.raises(RoleNeedsVerifiedDomain), untouched():
        create(ada, cast, everything, people=frozenset({ruth.id}))


def test_very_many_administrators_are_made_by_a_group(ada, cast, everything, untouched):
    with pytest.raises(TooManyAdministrators, match="at most 200"), untouched():
        create(ada, cast, everything, people=frozenset(range(1, 202)))


def test_who_could_not_give_it_alone_needs_a_system_admin(helper, cast, everything, sales, untouched):
    with pytest.raises(NeedsApproval) as refused, untouched():
        create(helper, cast, everything, people=frozenset({cast.erin.id}))

    assert refused.value.deed == "give_by_preset"
    assert Content.read(refused.value.arguments["content"]).people == {cast.erin.id}
    assert ["Gain it", "–", "Erin"] in refused.value.summary


def test_what_was_approved_is_done(helper, cast, everything, wiki):
    approved = dataclasses.replace(helper, approved="give_by_preset")

    create(approved, cast, everything, people=frozenset({cast.erin.id}))

    assert wiki in products.products_of(cast.erin)
    assert place(cast, cast.erin, cast.spring_campaign).level == "basic"


def test_a_preset_for_nobody_gives_nothing_and_needs_nobody(helper, cast, everything):
    assert queries.people_of(create(helper, cast, everything)).count() == 0


@pytest.mark.parametrize("approvals", ["sensitive", "all_dangerous"])
def test_the_policy_asks_for_a_second_admin_when_roles_or_products_are_given(
    ada, cast, everything, untouched, approvals
):
    from keyhouse.domain.organizations.models import SecuritySettings

    SecuritySettings.objects.of(cast.acme).update(approvals=approvals)

    with pytest.raises(NeedsApproval) as refused, untouched():
        create(ada, cast, everything, people=frozenset({cast.ben.id}))
    assert refused.value.deed == "edit_preset"
    create(ada, cast, everything, people=frozenset({cast.ben.id}), roles=frozenset(), products=frozenset())


def test_only_who_manages_presets_creates_one(ben, mallory, cast, everything, untouched):
    for stranger in (ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            create(stranger, cast, everything)


@pytest.mark.django_db(transaction=True)
def test_of_two_who_create_the_same_name_at_once_one_wins(ada, erin, cast, everything):
    results = at_once(lambda: create(ada, cast, everything), lambda: create(erin, cast, everything))

    assert sorted(type(one).__name__ for one in results) == ["Preset", "PresetNameTaken"]
