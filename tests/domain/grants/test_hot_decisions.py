"""Decisions: one SQL statement answers as the rule says, on every mixture of rows."""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from keyhouse.domain.grants.hot_decisions import Asker, Question, may, may_many, what_may, which_tasks, who_may, why
from tests.database import DATABASE
from tests.domain.grants.naive import Found, Naive
from tests.domain.grants.world import NOW, Maker, World

WORLDS = 30 if DATABASE == "sqlite" else 6
EVERY_MIXTURE = settings(max_examples=WORLDS, deadline=None, suppress_health_check=list(HealthCheck))
TASKS = ("MANAGE", "ADVERTISE", "ANALYZE", "MANAGE_LEADS", "UPLOAD", "EDIT", "VIEW_TEMPLATES", "NONSENSE")


@pytest.mark.django_db
@EVERY_MIXTURE
@given(data=st.data())
def test_every_answer_equals_that_of_the_naive_evaluator(data):
    """AUTH-1, AUTH-4: one answer equals each of many and the lists, and another organization's things don't exist."""
    with transaction.atomic():
        world = Maker(data.draw).make()
        for organization in world.organizations:
            compare(world, Asker(organization=organization.id, at=NOW))
        transaction.set_rollback(True)


def compare(world: World, asker: Asker) -> None:
    """All questions of a world, asked in every way."""
    naive = Naive(asker.organization, asker.at)
    asked = [
        question(subject, task, asset)
        for subject in [*world.people, *world.robots]
        for task in TASKS
        for asset in world.assets
    ]
    expected = [naive.ways(one.subject, one.task, naive.assets[one.asset]) for one in asked]

    answers = may_many(asker, asked)

    for one, ways, answer in zip(asked, expected, answers, strict=True):
        assert answer.allowed == bool(ways), (one, answer, ways)
        assert may(asker, one) == answer
        assert not ways or through(answer) in {(way.code, way.portfolio, way.share, way.grant) for way in ways}
        assert {
            Found(way.code, way.portfolio, way.share, way.grant, way.group, way.asset_group) for way in why(asker, one)
        } == ways
    allowed = {(one.subject, one.task, one.asset) for one, ways in zip(asked, expected, strict=True) if ways}
    lists_equal_the_single_answers(asker, asked, allowed)


def lists_equal_the_single_answers(asker: Asker, asked: list[Question], allowed: set) -> None:
    for one in asked[::3]:
        kind = [other for other in asked if other.subject_type == one.subject_type]
        who = sorted({other.subject for other in kind if (other.subject, one.task, one.asset) in allowed})
        what = sorted(
            {
                other.asset
                for other in asked
                if other.asset_type == one.asset_type and (one.subject, one.task, other.asset) in allowed
            }
        )
        assert who_may(asker, one) == who
        assert what_may(asker, one) == what
        assert who_may(asker, one, after=who[0], most=1) == who[1:2] if who else True
        assert what_may(asker, one, after=what[0], most=1) == what[1:2] if what else True
    for subject, asset in {(one.subject, one.asset) for one in asked}:
        one = next(one for one in asked if (one.subject, one.asset) == (subject, asset))
        names = which_tasks(asker, one)
        assert [task for task in TASKS if task in names] == [t for t in TASKS if (subject, t, asset) in allowed]


def question(subject, task, asset) -> Question:
    kind = "person" if type(subject).__name__ == "Person" else "system_user"
    return Question(subject_type=kind, subject=subject.id, task=task, asset_type=asset.type, asset=asset.id)


def through(answer) -> tuple:
    path = dict(answer.path)
    return answer.code, path["portfolio"], path.get("partner_share"), path.get("grant")
