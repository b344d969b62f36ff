"""Promising grants with an invitation."""

import pytest

from keyhouse.domain.assets.errors import NoSuchAsset
from keyhouse.domain.grants import actions, queries
from keyhouse.domain.invitations.actions import cancel_invitation
from keyhouse.domain.invitations.errors import InvitationOver
from keyhouse.foundation.errors import NotAllowed
from tests.domain.invitations.inviting import invite


def promise(by, cast, invitation, thing, *names):
    return actions.promise_grants(
        by=by, portfolio=cast.spring_campaign, invitation=invitation, object_ids=[thing.id], tasks={thing.type: names}
    )


def test_what_is_promised_is_no_grant_yet(ada, cast):
    invitation = invite(ada, cast.spring_campaign)

    promise(ada, cast, invitation, cast.act_1001, "ADVERTISE")

    assert [one.asset for one in queries.promised(invitation, cast.spring_campaign)] == [cast.act_1001]
    assert queries.summary(cast.erin, cast.spring_campaign) == []


def test_a_later_promise_on_the_same_asset_replaces_the_first(ada, cast):
    invitation = invite(ada, cast.spring_campaign)
    promise(ada, cast, invitation, cast.act_1001, "ADVERTISE")

    promise(ada, cast, invitation, cast.act_1001, "DRAFT")

    assert [str(label) for label in queries.promised(invitation, cast.spring_campaign)[0].labels] == [
        "Manage Creative Hub mockups"]  # fmt: skip


def test_a_canceled_invitation_promises_nothing(ada, cast, untouched):
    invitation = invite(ada, cast.spring_campaign)
    cancel_invitation(by=ada, portfolio=cast.spring_campaign, invitation_id=invitation.id)

    with pytest.raises(InvitationOver), untouched():
        promise(ada, cast, invitation, cast.act_1001, "ADVERTISE")


def test_assets_of_another_portfolio_cannot_be_promised(ada, cast, untouched):
    invitation = invite(ada, cast.spring_campaign)

    with pytest.raises(NoSuchAsset), untouched():
        promise(ada, cast, invitation, cast.newsroom, "ADVERTISE")


def test_partial_access_promises_nothing(ada, ben, cast, untouched):
    invitation = invite(ada, cast.spring_campaign)

    with pytest.raises(NotAllowed), untouched():
        promise(ben, cast, invitation, cast.act_1001, "ADVERTISE")
