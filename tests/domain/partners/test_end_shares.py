"""Ending the shares of an asset."""

import pytest

from keyhouse.domain.partners import actions, queries
from keyhouse.foundation.errors import NotAllowed


def test_partners_lose_the_asset(ada, cast):
    assert [share.asset for share in queries.shared_with(cast.studio)] == [cast.acme_bikes]

    actions.end_shares(by=ada, portfolio=cast.spring_campaign, asset=cast.acme_bikes)

    assert not queries.shared_with(cast.studio).exists()


def test_where_nothing_is_shared_nothing_changes(ada, cast, untouched):
    with untouched():
        assert actions.end_shares(by=ada, portfolio=cast.spring_campaign, asset=cast.act_1001) == 0


def test_partial_access_ends_nothing(ben, cast, untouched):
    with pytest.raises(NotAllowed), untouched():
        actions.end_shares(by=ben, portfolio=cast.spring_campaign, asset=cast.acme_bikes)


def test_partners_are_known_in_both_directions(cast):
    assert queries.partner_organizations(cast.spring_campaign) == {cast.brightside.id}
    assert queries.partner_organizations(cast.studio) == {cast.acme.id}
    assert queries.partner_organizations(cast.press) == frozenset()
