"""Tasks that a preset gives."""

import pytest

from keyhouse.domain.assets.rules import tasks, types
from keyhouse.domain.grants import actions
from keyhouse.domain.grants.models import TaskGrant
from keyhouse.domain.grants.rules import Wanted
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import Permission

ADVERTISE = tasks.bits(types.TYPES["ad_account"], ["ADVERTISE"])
ANALYZE = tasks.bits(types.TYPES["ad_account"], ["ANALYZE"])


def follow(by, cast, wanted, preset_id=7):
    step = by.within(Permission.GRANTS_CHANGE, cast.ben)
    return actions.follow_preset(
        by=step, portfolio=cast.spring_campaign, subject=cast.ben, preset_id=preset_id, wanted=wanted
    )


def on_account(cast, bits):
    return [Wanted(object_id=cast.act_1001.id, name="", type="ad_account", bits=bits)]


def grants(cast):
    rows = TaskGrant.objects.of(cast.acme).order_by("source_id")
    return [(one.source, one.source_id, one.tasks) for one in rows]


def test_they_are_given_changed_and_taken_as_the_preset_says(ada, cast):
    assert follow(ada, cast, on_account(cast, ANALYZE))
    assert follow(ada, cast, on_account(cast, ADVERTISE))
    assert not follow(ada, cast, on_account(cast, ADVERTISE))
    assert grants(cast) == [("preset", 7, ADVERTISE)]

    assert follow(ada, cast, [])
    assert grants(cast) == []
    assert audit.events(cast.acme.id)[0].sentence == "Ada took Acme Ads away from Ben."


def test_what_is_given_directly_or_by_another_preset_stays(ada, cast):
    actions.assign_assets(by=ada, portfolio=cast.spring_campaign, subject_id=cast.ben.id,
                          object_ids=[cast.act_1001.id], tasks={"ad_account": ["ANALYZE"]})  # fmt: skip
    follow(ada, cast, on_account(cast, ADVERTISE), 8)

    follow(ada, cast, on_account(cast, ADVERTISE))
    follow(ada, cast, [])

    assert grants(cast) == [("direct", 0, ANALYZE), ("preset", 8, ADVERTISE)]


def test_what_the_portfolio_cannot_reach_is_left_out(ada, cast, untouched):
    foreign = [Wanted(object_id=cast.newsroom.id, name="", type="page", bits=1)]

    with untouched():
        assert not follow(ada, cast, foreign)


def test_nobody_does_it_outside_of_a_process(ada, cast, untouched):
    with pytest.raises(NotAllowed), untouched():
        actions.follow_preset(by=ada, portfolio=cast.spring_campaign, subject=cast.ben, preset_id=7, wanted=[])
