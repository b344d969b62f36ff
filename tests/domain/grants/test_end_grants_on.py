"""Ending all grants on an asset."""

import pytest

from keyhouse.domain.grants import actions
from keyhouse.domain.grants.models import TaskGrant
from keyhouse.foundation.errors import NotAllowed
from tests.domain.grants.giving import give, held


def test_nobody_holds_the_asset_any_more_partners_neither(ada, cast):
    give(cast.spring_campaign, cast.ben, cast.acme_bikes, "ADVERTISE")
    give(cast.studio, cast.cleo, cast.acme_bikes, "ADVERTISE")

    assert actions.end_grants_on(by=ada, portfolio=cast.spring_campaign, asset=cast.acme_bikes) == 2

    assert held(cast.ben, cast.spring_campaign) == []
    assert not TaskGrant.objects.of(cast.brightside).exists()


def test_partial_access_ends_nothing(ben, cast, untouched):
    with pytest.raises(NotAllowed), untouched():
        actions.end_grants_on(by=ben, portfolio=cast.spring_campaign, asset=cast.acme_bikes)
