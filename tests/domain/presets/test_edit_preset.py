"""Editing a preset."""

import dataclasses

import pytest

from keyhouse.domain.administration import queries as administration
from keyhouse.domain.administration.errors import LastSystemAdmin
from keyhouse.domain.grants.models import TaskGrant
from keyhouse.domain.organizations.errors import NeedsApproval
from keyhouse.domain.portfolios.errors import LastFullControl
from keyhouse.domain.portfolios.models import Access, Membership
from keyhouse.domain.presets import actions, queries
from keyhouse.domain.presets.errors import PresetChanged, PresetNameTaken
from keyhouse.domain.presets.rules import PlaceGiven
from keyhouse.domain.products import queries as products
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from tests.domain.presets.conftest import create, edit, place
from tests.racing import at_once


@pytest.fixture
def writers(ada, cast, everything):
    """The preset with everything, for Ben."""
    return create(ada, cast, everything, people=frozenset({cast.ben.id}))


def test_who_joins_gains_and_who_leaves_loses(ada, cast, writers, wiki):
    edit(ada, writers, people=frozenset({cast.erin.id}))

    assert wiki in products.products_of(cast.erin)
    assert wiki not in products.products_of(cast.ben)
    assert place(cast, cast.ben, cast.press) is None
    assert not administration.permissions_of(cast.ben)
    assert not TaskGrant.objects.of(cast.acme).filter(subject_id=cast.ben.id).exists()


def test_who_stays_gains_and_loses_what_changed(ada, cast, writers, wiki):
    edit(ada, writers, products=frozenset(), places=(PlaceGiven(portfolio_id=cast.press.id, level=Access.FULL),))

    assert wiki not in products.products_of(cast.ben)
    assert place(cast, cast.ben, cast.press).level == "full"
    assert not TaskGrant.objects.of(cast.acme).filter(subject_id=cast.ben.id).exists()
    sentence = next(one.sentence for one in audit.events(cast.acme.id) if one.tag == "preset.edited")
    assert "−Wiki" in sentence
    assert "+Press: Full control" in sentence


def test_what_a_person_had_by_herself_stays(ada, cast, writers):
    """Ben was in Spring campaign before."""
    edit(ada, writers, people=frozenset())

    assert place(cast, cast.ben, cast.spring_campaign).level == "basic"


def test_an_edit_of_something_that_changed_meanwhile_saves_nothing(ada, writers, untouched):
    edit(ada, writers, description="Changed")

    with pytest.raises(PresetChanged), untouched():
        actions.edit_preset(by=ada, preset=writers, content=queries.content_of(writers), version=1)


def test_an_edit_that_changes_nothing_leaves_no_line(ada, writers, untouched):
    with untouched():
        edit(ada, writers)


def test_the_name_of_another_preset_is_refused(ada, cast, everything, writers, untouched):
    create(ada, cast, everything, name="Others")

    with pytest.raises(PresetNameTaken), untouched():
        edit(ada, writers, name="others")


def test_the_last_system_admin_is_not_lost_by_an_edit(ada, cast, everything, untouched):
    role = administration.system_admin_role(cast.acme)
    preset = create(ada, cast, everything, roles=frozenset({role.id}), people=frozenset({cast.ben.id}))
    make_only_admin(cast, cast.ben)

    with pytest.raises(LastSystemAdmin), untouched():
        edit(ada, preset, people=frozenset())


def test_a_portfolio_keeps_somebody_with_full_control(ada, cast, everything, untouched):
    full = (PlaceGiven(portfolio_id=cast.press.id, level=Access.FULL),)
    preset = create(ada, cast, everything, places=full, people=frozenset({cast.ben.id}))
    Membership.objects.of(cast.acme).filter(portfolio=cast.press).exclude(person=cast.ben).update(state="removed")

    with pytest.raises(LastFullControl), untouched():
        edit(ada, preset, people=frozenset())


def test_a_helper_changes_names_and_nothing_that_goes_beyond_her(helper, cast, writers, untouched):
    edit(helper, writers, name="Authors", description="Who write")

    for changes in ({"people": frozenset()}, {"products": frozenset()}, {"places": ()}):
        with pytest.raises(NeedsApproval), untouched():
            edit(helper, writers, **changes)


def test_full_control_of_the_portfolio_is_enough_for_its_places(helper, cast, everything, without_approvals):
    Membership.objects.of(cast.acme).filter(person=cast.ben).update(level="full")
    places = (PlaceGiven(portfolio_id=cast.spring_campaign.id),)
    preset = create(helper, cast, everything, roles=frozenset(), products=frozenset(), places=places)

    edit(helper, preset, people=frozenset({cast.erin.id}))

    assert place(cast, cast.erin, cast.spring_campaign).preset_id == preset.id


def test_only_who_manages_presets_edits_one(ben, mallory, writers, untouched):
    for stranger in (ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            edit(stranger, writers, name="Mine")


@pytest.mark.django_db(transaction=True)
def test_of_two_edits_at_once_the_second_is_told(ada, erin, writers):
    content = queries.content_of(writers)

    def change(by, name):
        wanted = dataclasses.replace(content, name=name)
        return lambda: actions.edit_preset(by=by, preset=writers, content=wanted, version=writers.version)

    results = at_once(change(ada, "One"), change(erin, "Two"))

    assert sorted(type(one).__name__ for one in results) == ["Preset", "PresetChanged"]


def make_only_admin(cast, person):
    """Take the role from everybody else, behind the back of the rules."""
    from keyhouse.domain.administration.models import RoleHolder

    person.sign_in_method = "password"
    person.save()
    RoleHolder.objects.of(cast.acme).exclude(person=person).delete()
