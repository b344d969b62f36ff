"""What somebody holds, and from where."""

import pytest

from keyhouse.domain.assets.errors import NoSuchAsset
from keyhouse.domain.assets.models import AssetGroup, AssetGroupMember
from keyhouse.domain.grants import queries
from keyhouse.domain.groups.models import GroupMember, PersonGroup
from keyhouse.foundation import clock
from tests.domain.grants.giving import give, held


@pytest.fixture
def marketing(cast):
    group = PersonGroup.objects.of(cast.acme).create(name="Marketing", name_folded="marketing", made_at=clock.now())
    GroupMember.objects.of(cast.acme).create(group=group, person=cast.ben)
    return group


@pytest.fixture
def bikes(cast):
    group = AssetGroup.objects.of(cast.acme).create(portfolio=cast.spring_campaign, name="Bikes", made_at=clock.now())
    AssetGroupMember.objects.of(cast.acme).create(group=group, asset=cast.acme_bikes)
    return group


def test_tasks_come_through_groups_of_people_and_groups_of_assets(cast, marketing, bikes):
    give(cast.spring_campaign, marketing, bikes, "MODERATE")

    [row] = queries.summary(cast.ben, cast.spring_campaign)

    assert (row.asset, row.group, row.asset_group, row.is_direct) == (cast.acme_bikes, "Marketing", "Bikes", False)


def test_a_grant_counts_only_in_the_portfolio_that_gave_it(cast):
    give(cast.press, cast.ben, cast.act_1001, "ADVERTISE")

    assert held(cast.ben, cast.press) == held(cast.ben, cast.spring_campaign) == []


def test_an_ended_grant_is_not_shown(cast):
    give(cast.spring_campaign, cast.ben, cast.act_1001, "ADVERTISE", until=clock.now())

    assert held(cast.ben, cast.spring_campaign) == []


def test_counts_are_of_assets_not_of_grants(cast, marketing):
    give(cast.spring_campaign, cast.ben, cast.act_1001, "ADVERTISE")
    give(cast.spring_campaign, marketing, cast.act_1001, "ANALYZE")

    assert queries.asset_counts(cast.spring_campaign, [cast.ben.id, cast.ada.id]) == {cast.ben.id: 1, cast.ada.id: 0}


def test_an_asset_is_seen_by_those_who_hold_it_and_by_full_control(ada, ben, cast):
    with pytest.raises(NoSuchAsset):
        queries.asset_in(ben, cast.spring_campaign, cast.act_1001.id)

    give(cast.spring_campaign, cast.ben, cast.act_1001, "ANALYZE")

    assert queries.asset_in(ben, cast.spring_campaign, cast.act_1001.id) == (cast.act_1001, "")
    assert queries.asset_in(ada, cast.spring_campaign, cast.acme_bikes.id) == (cast.acme_bikes, "")
    with pytest.raises(NoSuchAsset):
        queries.asset_in(ada, cast.spring_campaign, cast.newsroom.id)


def test_the_page_of_an_asset_lists_who_holds_it_and_masks_who_has_left(ada, cast):
    give(cast.spring_campaign, cast.ben, cast.act_1001, "ADVERTISE")
    give(cast.spring_campaign, cast.dana, cast.act_1001, "ADVERTISE")

    found = queries.holders(ada, cast.spring_campaign, cast.act_1001)

    assert [(one.name, one.email) for one in found] == [("*****", "*****@*****"), ("Ben", "ben@acme.example")]
