"""Adding an asset to a portfolio."""

import pytest

from keyhouse.domain.assets import actions, queries
from keyhouse.domain.assets.errors import AssetNameMissing, AssetOwned, NoSuchAssetType, WrongExternalId
from keyhouse.foundation.errors import NotAllowed


def create(by, portfolio, name="Spring ads", type="ad_account", external_id=""):
    return actions.create_asset(by=by, portfolio=portfolio, type=type, name=name, external_id=external_id)


def test_the_portfolio_owns_what_it_adds(ada, spring_campaign):
    asset = create(ada, spring_campaign, external_id="act_2002")

    assert (asset.portfolio, asset.external_id) == (spring_campaign, "2002")
    assert asset in queries.owned(spring_campaign, type="ad_account")


@pytest.mark.parametrize("search", ["spring AD", "2002", "act_2002"])
def test_it_is_found_by_name_and_by_its_outside_id(ada, spring_campaign, search):
    asset = create(ada, spring_campaign, external_id="2002")

    assert list(queries.owned(spring_campaign, search=search)) == [asset]


def test_it_is_found_by_our_id_with_act_before_it(ada, spring_campaign):
    asset = create(ada, spring_campaign)

    assert list(queries.owned(spring_campaign, search=f"act_{asset.id}")) == [asset]


def test_what_another_portfolio_of_the_organization_owns_is_refused(ada, press, cast, untouched):
    with pytest.raises(AssetOwned, match="1001 is owned by the portfolio Spring campaign already"), untouched():
        create(ada, press, external_id="1001")


def test_the_same_outside_id_in_another_organization_is_no_concern_of_ours(mallory, cast):
    """AUTH-1: an outside id is visible only in its organization."""
    from tests.cast import make_member, make_portfolio

    theirs = make_portfolio(cast.rival, "Rival ads")
    make_member(theirs, cast.mallory, "full")

    assert create(mallory, theirs, external_id="1001").organization_id == cast.rival.id


def test_a_released_asset_is_owned_again_under_its_id(ada, spring_campaign, press, cast):
    actions.release_asset(by=ada, portfolio=spring_campaign, asset_id=cast.act_1001.id)

    assert create(ada, press, external_id="1001").id == cast.act_1001.id


@pytest.mark.parametrize(("fields", "error"), [
    ({"type": "yacht"}, NoSuchAssetType), ({"name": "  "}, AssetNameMissing), ({"external_id": "1 2"}, WrongExternalId),
])  # fmt: skip
def test_what_is_wrong_is_named(ada, spring_campaign, untouched, fields, error):
    with pytest.raises(error), untouched():
        create(ada, spring_campaign, **fields)


def test_partial_access_adds_nothing(ben, spring_campaign, untouched):
    with pytest.raises(NotAllowed), untouched():
        create(ben, spring_campaign)


def test_another_organization_adds_nothing(mallory, spring_campaign, untouched):
    """AUTH-1: full control of one's own organization is none of another's."""
    with pytest.raises(NotAllowed), untouched():
        create(mallory, spring_campaign)
