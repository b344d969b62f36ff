"""Releasing an asset."""

import pytest

from keyhouse.domain.assets import actions, queries
from keyhouse.domain.assets.errors import NoSuchAsset
from keyhouse.foundation.errors import NotAllowed


def release(by, portfolio, asset):
    return actions.release_asset(by=by, portfolio=portfolio, asset_id=asset.id)


def test_a_released_asset_is_in_no_list(ada, cast):
    release(ada, cast.spring_campaign, cast.act_1001)

    assert cast.act_1001 not in queries.owned(cast.spring_campaign)


def test_it_is_released_once(ada, cast, untouched):
    release(ada, cast.spring_campaign, cast.act_1001)

    with pytest.raises(NoSuchAsset), untouched():
        release(ada, cast.spring_campaign, cast.act_1001)


def test_partial_access_releases_nothing(ben, cast, untouched):
    with pytest.raises(NotAllowed), untouched():
        release(ben, cast.spring_campaign, cast.act_1001)


def test_a_partner_releases_nothing(cleo, cast, untouched):
    with pytest.raises(NotAllowed), untouched():
        release(cleo, cast.spring_campaign, cast.acme_bikes)
