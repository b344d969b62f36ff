"""Accepting an invitation: everything is checked again, and all of it comes at once."""

import datetime as dt

import pytest
import time_machine

from keyhouse.domain.email_domains.models import EmailDomain
from keyhouse.domain.grants import actions as grants
from keyhouse.domain.grants.queries import summary
from keyhouse.domain.invitations.errors import InvitationOver, NotTheInvited
from keyhouse.domain.lifecycle import actions
from keyhouse.domain.portfolios import queries as portfolios
from keyhouse.domain.portfolios.models import Access, Membership, Option
from keyhouse.domain.sign_in.errors import PersonNotActive
from keyhouse.foundation.errors import NotAllowed, Refused
from tests.domain.invitations.inviting import fresh, holding, invite


@pytest.fixture
def invitation(ada, cast):
    options = frozenset({Option.FINANCE_VIEW})
    found = invite(ada, cast.spring_campaign, level=Access.APPS, options=options, temporary_days=10)
    grants.promise_grants(
        by=ada, portfolio=cast.spring_campaign, invitation=found, object_ids=[cast.act_1001.id],
        tasks={"ad_account": ["ADVERTISE"]},
    )  # fmt: skip
    return found


def accept(by, invitation):
    return actions.accept_invitation(by=by, invitation=fresh(invitation))


def test_the_place_and_the_promised_assets_come_at_once(erin, cast, invitation):
    place = accept(erin, invitation)

    assert (place.level, place.options, place.until is not None) == ("apps", ["finance_view"], True)
    assert [one.asset for one in summary(cast.erin, cast.spring_campaign)] == [cast.act_1001]
    assert fresh(invitation).state == "accepted"


def test_whoever_holds_the_link_accepts_for_the_addressee_alone(cast, invitation):
    accept(holding(invitation), invitation)

    assert portfolios.place_of(cast.spring_campaign, cast.erin.id) is not None


def test_anothers_link_is_of_no_use_to_mallory(mallory, cast, invitation, untouched):
    """INV-1: the link belongs to its addressee, whoever is signed in."""
    thief = holding(invitation, person_id=cast.mallory.id)

    with pytest.raises(NotTheInvited), untouched():
        accept(thief, invitation)
    with pytest.raises(NotAllowed), untouched():
        accept(mallory, invitation)


def test_it_is_accepted_once(erin, invitation, untouched):
    accept(erin, invitation)

    with pytest.raises(InvitationOver), untouched():
        accept(erin, invitation)


def test_one_second_after_its_end_it_is_over(erin, invitation, untouched):
    """INV-2: expiry is checked at use, with the cleaner off."""
    late = fresh(invitation).until + dt.timedelta(seconds=1)

    with time_machine.travel(late), pytest.raises(InvitationOver), untouched():
        accept(erin, invitation)


@pytest.mark.parametrize("change", ["demoted", "removed", "deactivated"])
def test_when_the_inviter_may_no_longer_it_goes_to_review(erin, cast, invitation, change):
    """INV-2: acceptance checks again that the inviter still may."""
    if change == "deactivated":
        cast.ada.state = "deactivated"
        cast.ada.save()
    else:
        wanted = {"level": "basic"} if change == "demoted" else {"state": "removed"}
        Membership.objects.of(cast.acme).filter(person=cast.ada, portfolio=cast.spring_campaign).update(**wanted)

    answer = accept(erin, invitation)

    assert isinstance(answer, Refused)
    assert fresh(invitation).state == "pending_approval"
    assert portfolios.place_of(cast.spring_campaign, cast.erin.id) is None


def test_when_the_domain_lapsed_it_goes_to_review(erin, cast, invitation):
    """INV-2: acceptance checks again that the domain is still verified."""
    EmailDomain.objects.of(cast.acme).filter(name="acme.example").update(state="lapsed")

    assert isinstance(accept(erin, invitation), Refused)


@pytest.mark.parametrize("state", ["invited", "locked", "suspended", "deactivated"])
def test_only_a_usable_account_accepts(erin, cast, invitation, untouched, state):
    """SESS-1: the one gate stands before a place in a portfolio, too."""
    cast.erin.state = state
    cast.erin.save()

    with pytest.raises(PersonNotActive), untouched():
        accept(holding(invitation), invitation)


def test_an_asset_that_is_gone_meanwhile_is_not_given(ada, erin, cast, invitation):
    actions.remove_asset(by=ada, portfolio=cast.spring_campaign, asset_id=cast.act_1001.id)

    accept(erin, invitation)

    assert summary(cast.erin, cast.spring_campaign) == []
