"""Editing an asset."""

import pytest

from keyhouse.domain.assets import actions
from keyhouse.domain.assets.errors import AssetOwned, NoSuchAsset
from keyhouse.foundation.errors import NotAllowed


def edit(by, portfolio, asset, name="Acme Ads 2026", external_id=""):
    return actions.edit_asset(by=by, portfolio=portfolio, asset_id=asset.id, name=name, external_id=external_id)


def test_name_and_outside_id_change(ada, cast):
    edit(ada, cast.spring_campaign, cast.act_1001, external_id="act_7")

    cast.act_1001.refresh_from_db()
    assert (cast.act_1001.name, cast.act_1001.external_id) == ("Acme Ads 2026", "7")


def test_an_outside_id_that_is_taken_is_refused(ada, cast, untouched):
    other = actions.create_asset(by=ada, portfolio=cast.press, type="ad_account", name="Press ads", external_id="2")

    with pytest.raises(AssetOwned), untouched():
        edit(ada, cast.press, other, external_id="1001")


def test_an_asset_of_another_portfolio_does_not_exist_here(ada, cast, untouched):
    with pytest.raises(NoSuchAsset), untouched():
        edit(ada, cast.spring_campaign, cast.newsroom)


def test_partial_access_edits_nothing(ben, cast, untouched):
    with pytest.raises(NotAllowed), untouched():
        edit(ben, cast.spring_campaign, cast.act_1001)
