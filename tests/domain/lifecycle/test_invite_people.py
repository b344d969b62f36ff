"""Inviting several people at once: the good ones go through, the others come back with the reason."""

import pytest

from keyhouse.domain.assets.rules import tasks, types
from keyhouse.domain.grants import queries as grants
from keyhouse.domain.grants.errors import MoreThanOwnAccess
from keyhouse.domain.invitations import queries as invitations
from keyhouse.domain.invitations.rules import Code, Offer
from keyhouse.domain.lifecycle import actions
from keyhouse.domain.lifecycle.rules import Promise
from keyhouse.domain.people import queries as people
from keyhouse.domain.people.models import PersonKind
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from tests.cast import actor_of, make_member, make_person


def invite(by, cast, *emails, hold=False, promises=(), **offer):
    return actions.invite_people(
        by=by, portfolio=cast.spring_campaign, emails=emails, offer=Offer(**offer), promises=promises, hold=hold
    )


def test_the_good_ones_go_through_and_each_other_has_its_reason(ada, cast):
    outcome = invite(
        ada, cast, "erin@acme.example", " ERIN@acme.example", "kim@acme-labs.example", "kim", "ben@acme.example", ""
    )

    assert [one.email for one in outcome.invited] == ["erin@acme.example"]
    assert [(one.typed, one.reason.code) for one in outcome.failed] == [
        ("ERIN@acme.example", Code.DUPLICATE_ROW), ("kim", Code.INVALID_ADDRESS),
        ("kim@acme-labs.example", Code.DOMAIN_UNVERIFIED), ("ben@acme.example", Code.ALREADY_MEMBER),
    ]  # fmt: skip


def test_an_address_without_an_account_gets_one_that_waits_for_activation(ada, cast):
    invite(ada, cast, "kim@acme.example")

    kim = people.holder_of("kim@acme.example")
    assert (kim.state, kim.organization_id, kim.activated_at) == ("invited", cast.acme.id, None)


def test_an_account_that_was_only_added_counts_as_invited_then(ada, cast):
    kim = make_person(cast.acme, "kim@acme.example", "Kim", state="added", activated_at=None)

    invite(ada, cast, "kim@acme.example")

    kim.refresh_from_db()
    assert kim.state == "invited"


@pytest.fixture
def pia(cast):
    """Full control of the portfolio, and no admin role."""
    person = make_person(cast.acme, "pia@acme.example", "Pia")
    make_member(cast.spring_campaign, person, "full")
    return actor_of(person)


def test_without_the_right_to_add_people_an_account_must_exist(pia, cast):
    outcome = invite(pia, cast, "kim@acme.example", "erin@acme.example")

    assert [one.email for one in outcome.invited] == ["erin@acme.example"]
    assert [one.reason.code for one in outcome.failed] == [Code.NO_ACCOUNT]


def test_a_portfolio_may_let_its_owners_create_accounts(pia, cast):
    cast.spring_campaign.owners_may_create_accounts = True
    cast.spring_campaign.save()

    assert invite(pia, cast, "kim@acme.example").invited


def test_a_partners_people_can_be_invited_and_no_others_of_theirs(ada, cast):
    outcome = invite(ada, cast, "cleo@brightside.example", "kim@brightside.example")

    assert [one.person for one in outcome.invited] == [cast.cleo]
    assert [one.reason.code for one in outcome.failed] == [Code.OTHER_ORGANIZATION]


def test_addresses_of_an_unverified_domain_are_kept_when_wanted(ada, cast):
    outcome = invite(ada, cast, "kim@acme-labs.example", "lea@unknown.example", hold=True)

    assert [one.email for one in outcome.held] == ["kim@acme-labs.example"]
    assert [one.typed for one in outcome.failed] == ["lea@unknown.example"]


def test_a_personal_login_can_be_invited_where_the_portfolio_allows_it(ada, cast):
    outcome = invite(ada, cast, "kim@gmail.com", kind=PersonKind.PERSONAL)

    assert [(one.person, one.kind) for one in outcome.invited] == [(None, "personal")]
    assert people.holder_of("kim@gmail.com", PersonKind.PERSONAL) is None
    cast.spring_campaign.personal_logins_allowed = False
    cast.spring_campaign.save()
    refused = invite(ada, cast, "lea@gmail.com", kind=PersonKind.PERSONAL)
    assert [one.reason.code for one in refused.failed] == [Code.PERSONAL_LOGINS]


def test_assets_are_promised_to_everybody_invited(ada, cast):
    promise = Promise(object_ids=(cast.act_1001.id,), tasks={"ad_account": ("ANALYZE",)})

    [invitation] = invite(ada, cast, "erin@acme.example", promises=[promise]).invited

    [held] = grants.promised(invitation, cast.spring_campaign)
    assert (held.asset, tasks.names(types.AD_ACCOUNT, held.bits), held.is_promised) == (
        cast.act_1001,
        ["ANALYZE"],
        True,
    )
    assert grants.summary(cast.erin, cast.spring_campaign) == []


def test_when_a_promise_is_too_much_nobody_is_invited(ada, cast, untouched):
    from keyhouse.domain.partners.models import PartnerShare

    PartnerShare.objects.of(cast.brightside).create(
        asset=cast.newsroom, partner=cast.spring_campaign, partner_organization=cast.acme, tasks=32,
        given_at=cast.acme.made_at,
    )  # fmt: skip
    promise = Promise(object_ids=(cast.newsroom.id,), tasks={"page": ("MANAGE",)})

    with pytest.raises(MoreThanOwnAccess), untouched():
        invite(ada, cast, "erin@acme.example", promises=[promise])


def test_the_list_of_people_shows_them_as_inactive(ada, cast):
    invite(ada, cast, "kim@acme.example")

    [row] = invitations.people(ada, cast.spring_campaign, invitations.Filters(search="kim"))
    assert (row.email, row.status, row.is_invitation) == ("kim@acme.example", "inactive", True)


def test_each_invitation_is_a_line_of_the_log_of_the_portfolio(ada, cast):
    invite(ada, cast, "erin@acme.example", "kim@acme.example")

    found = audit.events(cast.acme.id, audit.Wanted(within=cast.spring_campaign.id))
    assert [line.tag for line in found].count("portfolio.person.invited") == 2


def test_partial_access_invites_nobody(ben, cast, untouched):
    with pytest.raises(NotAllowed), untouched():
        invite(ben, cast, "erin@acme.example")
