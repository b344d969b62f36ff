"""Removing an asset from a portfolio."""

import pytest

from keyhouse.domain.assets import queries as assets
from keyhouse.domain.grants import queries as grants
from keyhouse.domain.lifecycle import actions
from keyhouse.domain.partners import queries as partners
from keyhouse.foundation.errors import NotAllowed
from tests.domain.grants.giving import give


def remove(by, cast, asset):
    return actions.remove_asset(by=by, portfolio=cast.spring_campaign, asset_id=asset.id)


def test_asset_grants_and_shares_go_together(ada, cast):
    give(cast.spring_campaign, cast.ben, cast.acme_bikes, "ADVERTISE")

    remove(ada, cast, cast.acme_bikes)

    assert cast.acme_bikes not in assets.owned(cast.spring_campaign)
    assert grants.summary(cast.ben, cast.spring_campaign) == []
    assert not partners.shared_with(cast.studio).exists()


def test_what_is_claimed_again_begins_without_grants(ada, cast):
    from keyhouse.domain.assets.actions import create_asset

    give(cast.spring_campaign, cast.ben, cast.act_1001, "ADVERTISE")
    remove(ada, cast, cast.act_1001)

    create_asset(by=ada, portfolio=cast.spring_campaign, type="ad_account", name="Acme Ads", external_id="1001")

    assert grants.summary(cast.ben, cast.spring_campaign) == []


def test_partial_access_removes_nothing(ben, cast, untouched):
    with pytest.raises(NotAllowed), untouched():
        remove(ben, cast, cast.act_1001)
