"""Sharing an asset: with another portfolio, for some tasks, told to both sides."""

import pytest

from keyhouse.domain.partners import actions
from keyhouse.domain.partners.errors import NoTasksShared, NotShareable
from keyhouse.domain.partners.models import PartnerShare
from keyhouse.foundation.audit.queries import events
from keyhouse.foundation.errors import NotAllowed
from tests.cast import make_asset


def test_full_control_shares_an_asset_and_both_organizations_read_it(cast, ada):
    share = actions.share_asset(by=ada, asset=cast.act_1001, partner=cast.studio, tasks=["ADVERTISE", "ANALYZE"])

    assert share.partner_organization_id == cast.brightside.id
    for organization in (cast.acme, cast.brightside):
        assert events(organization.id)[0].title == "Asset shared"


def test_sharing_again_replaces_the_tasks(cast, ada):
    first = actions.share_asset(by=ada, asset=cast.act_1001, partner=cast.studio, tasks=["ADVERTISE", "ANALYZE"])

    second = actions.share_asset(by=ada, asset=cast.act_1001, partner=cast.studio, tasks=["ANALYZE"])

    assert PartnerShare.objects.of(cast.acme).filter(asset=cast.act_1001).count() == 1
    assert second.tasks < first.tasks


def test_a_share_names_tasks_and_another_portfolio(cast, ada, untouched):
    for partner, tasks, error in ((cast.studio, [], NoTasksShared), (cast.spring_campaign, ["ANALYZE"], NotShareable)):
        with pytest.raises(error), untouched():
            actions.share_asset(by=ada, asset=cast.act_1001, partner=partner, tasks=tasks)


def test_a_line_of_business_is_never_shared(cast, ada, untouched):
    asset = make_asset(cast.spring_campaign, "line_of_business", "Bikes EU")

    with pytest.raises(NotShareable), untouched():
        actions.share_asset(by=ada, asset=asset, partner=cast.studio, tasks=["ANALYZE"])


def test_others_may_not_share(cast, ben, mallory, untouched):
    for by in (ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.share_asset(by=by, asset=cast.act_1001, partner=cast.studio, tasks=["ANALYZE"])
