"""The generated crowd: as many as were asked for, found by everything that is known about them, and counted."""

import pytest

from keyhouse.commands.keeping.deployment import Deployment
from keyhouse.commands.running import bulk
from keyhouse.demo import cast as demo
from keyhouse.demo import crowd
from keyhouse.demo.practice.provider import open_provider
from keyhouse.domain.directory import queries as directory
from keyhouse.domain.directory.rules import Filter
from keyhouse.domain.grants.models import TaskGrant
from keyhouse.domain.groups.models import GroupMember, PersonGroup
from keyhouse.domain.people.models import Headcount, Person
from keyhouse.foundation.keyset import Place
from tests.cast import SYSTEM_ADMIN_PERMISSIONS, actor_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def built(tmp_path):
    """The cast, and a crowd of sixty beside it."""
    provider = open_provider(folder=tmp_path, url="http://localhost:8001", keyhouse_url="http://127.0.0.1:8000")
    made = demo.build(furnish=Deployment, provider=provider, password="harbor-lantern-meadow-4711")
    crowd.generate(made, keep=bulk.keep, people=60, assets=12, grants=100)
    return made


def test_there_are_as_many_as_were_asked_for_and_each_grant_once(built):
    acme = built.organizations["Acme"]

    pairs = TaskGrant.objects.of(acme).values_list("subject_id", "object_id")

    assert Person.objects.of(acme).count() == 4 + 60
    assert len(set(pairs)) == len(pairs) == 2 + 1 + 100


def test_everybody_is_in_two_groups_and_the_headcount_is_right(built):
    acme = built.organizations["Acme"]

    assert GroupMember.objects.of(acme).count() == 2 * 60 and PersonGroup.objects.of(acme).count() == 16
    assert sum(Headcount.objects.of(acme).values_list("number", flat=True)) == 4 + 60


def test_the_search_finds_them_at_once(built):
    ada = actor_of(built.people["ada"], permissions=SYSTEM_ADMIN_PERMISSIONS)
    someone = Person.objects.of(built.organizations["Acme"]).get(employee_number="E000017")

    found = directory.page(ada, Filter(text=someone.name), directory.SORTS["name"], Place(), 5)

    assert someone in found.cut.rows
