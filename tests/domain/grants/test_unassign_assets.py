"""Taking assets away from people."""

import pytest

from keyhouse.domain.grants import actions
from keyhouse.domain.grants.errors import ComesFromElsewhere
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from tests.domain.grants.giving import give, held


def unassign(by, cast, person, *things):
    return actions.unassign_assets(
        by=by, portfolio=cast.spring_campaign, subject_id=person.id, object_ids=[one.id for one in things]
    )


def test_what_was_given_directly_is_taken_away(ada, cast):
    give(cast.spring_campaign, cast.ben, cast.act_1001, "ADVERTISE")

    unassign(ada, cast, cast.ben, cast.act_1001)

    assert held(cast.ben, cast.spring_campaign) == []
    assert audit.events(cast.acme.id)[0].sentence == "Ada took Acme Ads away from Ben."


def test_what_comes_from_a_preset_is_not_taken_away_here(ada, cast, untouched):
    give(cast.spring_campaign, cast.ben, cast.act_1001, "ADVERTISE", source="preset")

    with pytest.raises(ComesFromElsewhere), untouched():
        unassign(ada, cast, cast.ben, cast.act_1001)


def test_partial_access_takes_nothing(ben, cast, untouched):
    give(cast.spring_campaign, cast.ben, cast.act_1001, "ADVERTISE")

    with pytest.raises(NotAllowed), untouched():
        unassign(ben, cast, cast.ben, cast.act_1001)
