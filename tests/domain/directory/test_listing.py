"""Looking for people: what a filter shows, how it is sorted and paged, and who may ask."""

import dataclasses
import datetime as dt

import pytest

from keyhouse.domain.directory import queries
from keyhouse.domain.directory.queries import SORTS, Filter
from keyhouse.domain.groups.models import GroupMember, PersonGroup
from keyhouse.domain.people.models import Person
from keyhouse.foundation import clock
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.keyset import Place
from tests.cast import make_person

EVERYBODY = ["ada", "ben", "dana", "erin"]


def shown(by, **wanted):
    found = queries.page(by, Filter(**wanted), SORTS["name"], Place(), 50)
    return [person.name_folded for person in found.cut.rows]


@pytest.fixture
def furnished(cast):
    """Erin is an analyst, Ben is in a group, Ada was just here, Ben long ago, Okta manages Erin."""
    now = clock.now()
    Person.objects.of(cast.acme).filter(id=cast.erin.id).update(
        job_title="Zoölogist", department="Brand", managed_by=cast.scim, family_name="Ünal"
    )
    Person.objects.of(cast.acme).filter(id=cast.ada.id).update(last_active_at=now)
    Person.objects.of(cast.acme).filter(id=cast.ben.id).update(
        last_active_at=now - dt.timedelta(days=40), term_date=now + dt.timedelta(days=5)
    )
    group = PersonGroup.objects.of(cast.acme).create(name="Buyers", name_folded="buyers", made_at=now)
    GroupMember.objects.of(cast.acme).create(group=group, person=cast.ben)
    GroupMember.objects.of(cast.acme).create(group=group, person=cast.ada, until=now - dt.timedelta(days=1))
    cast.extra["group"] = group
    return cast


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("ben", ["ben"]),
        ("BEN@acme", ["ben"]),
        ("acme.example", EVERYBODY),
        ("zoölog", ["erin"]),
        ("brand eri", ["erin"]),
        ("ünal", ["erin"]),
        ("be", ["ben"]),
        ("en", []),
        ("nobody", []),
        ('"', []),
        ("%_", []),
        ("a' OR 1=1", []),
    ],
    ids=str,
)
def test_a_text_is_found_anywhere_in_name_address_title_and_department(ada, furnished, text, names):
    assert shown(ada, text=text) == names


def test_an_id_finds_one_person(ada, cast):
    assert shown(ada, text=str(cast.ben.id)) == ["ben"]


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        ({}, EVERYBODY),
        ({"states": ("deactivated",)}, ["dana"]),
        ({"states": ("deactivated", "active"), "methods": ("sso",)}, ["ben", "erin"]),
        ({"domains": ("acme.example",)}, EVERYBODY),
        ({"domains": ("rival.example",)}, []),
        ({"departments": ("Brand",)}, ["erin"]),
        ({"seen": "never"}, ["dana", "erin"]),
        ({"seen": "30"}, ["ben"]),
        ({"managed_by": (0,)}, ["ada", "ben", "dana"]),
        ({"leaving": True}, ["ben"]),
        ({"without": "portfolio"}, ["dana"]),
        ({"without": "second_factor"}, EVERYBODY),
    ],
    ids=str,
)
def test_a_filter_shows_whom_it_says(ada, furnished, wanted, names):
    assert shown(ada, **wanted) == names


def test_only_live_places_in_a_group_count(ada, furnished):
    assert shown(ada, groups=(furnished.extra["group"].id,)) == ["ben"]


def test_roles_and_connections_are_filters_too(ada, furnished):
    role = queries.page(ada, Filter(), SORTS["name"], Place(), 1)

    assert role.number == 4 and role.is_exact
    assert shown(ada, managed_by=(furnished.scim.id,)) == ["erin"]
    assert shown(ada, managed_by=(0, furnished.scim.id)) == EVERYBODY


def test_a_change_is_found_in_the_same_transaction(ada, cast):
    ines = make_person(cast.acme, "ines@acme.example", "Ines")
    assert shown(ada, text="ines") == ["ines"]

    Person.objects.of(cast.acme).filter(id=ines.id).update(job_title="Gardener")
    assert shown(ada, text="gardener") == ["ines"]

    ines.delete()
    assert shown(ada, text="gardener") == []


def test_mallory_finds_nobody_of_acme(mallory, furnished):
    """AUTH-1: texts, ids and filters of Acme find nothing in Rival."""
    assert shown(mallory, text="ben") == [] and shown(mallory, text=str(furnished.ben.id)) == []
    assert shown(mallory, groups=(furnished.extra["group"].id,)) == []
    assert list(queries.matching(mallory, Filter())) == [furnished.mallory.id]


def test_everybody_who_matches_comes_by_id(ada, cast, monkeypatch):
    monkeypatch.setattr("keyhouse.domain.directory.queries.listing.BATCH", 2)

    assert list(queries.matching(ada, Filter())) == [cast.ada.id, cast.erin.id, cast.ben.id, cast.dana.id]
    assert queries.number_of(ada, Filter(), most=3) == 3


def test_ben_lists_nobody(ben, ada, cast):
    for ask in (lambda by: shown(by), lambda by: list(queries.matching(by, Filter()))):
        with pytest.raises(NotAllowed):
            ask(ben)
        with pytest.raises(NotAllowed):
            ask(dataclasses.replace(ada, organization_id=None))
