"""Inviting another organization by an administrator's address."""

import pytest

from keyhouse.domain.relationships import actions, queries
from keyhouse.domain.relationships.errors import OwnOrganization, TooManyOffers
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from tests.cast import make_person
from tests.domain.relationships.related import entered


def invite(by, cast, email="cleo@brightside.example", **more):
    return actions.invite_organization(by=by, organization=cast.acme, email=email, hosting=True, **more)


def test_the_organization_of_the_administrator_sees_it(ada, cleo, mallory, cast):
    invite(ada, cast, note="For the spring campaign.")

    assert [one.note for one in queries.offers_received(cleo)] == ["For the spring campaign."]
    assert queries.offers_received(mallory) == []
    assert audit.events(cast.acme.id)[0].title == "Relationship offered"


@pytest.mark.parametrize("email", ["nobody@else.example", "eve@brightside.example"], ids=["nobody", "no administrator"])
def test_whose_address_it_is_is_told_to_nobody(ada, cleo, cast, email):
    """SESS-5: an address without an administrator behind it is answered like any other."""
    make_person(cast.brightside, "eve@brightside.example", "Eve")

    offer = invite(ada, cast, email)

    assert offer.state == "waiting" and offer.partner_organization_id is None
    assert queries.offers_received(cleo) == []


def test_a_newer_invitation_replaces_the_older_one(ada, cleo, cast):
    older, newer = invite(ada, cast), invite(ada, cast, "CLEO@brightside.example")

    assert [one.id for one in queries.offers_received(cleo)] == [newer.id]
    assert queries.offer(ada, older.id).state == "canceled"


def test_an_own_address_is_refused(ada, cast, untouched):
    with pytest.raises(OwnOrganization), untouched():
        invite(ada, cast, "ben@acme.example")


def test_twenty_in_a_day_are_the_most(ada, cast):
    for number in range(20):
        invite(ada, cast, f"admin{number}@else.example")

    with pytest.raises(TooManyOffers):
        invite(ada, cast)


def test_others_invite_nobody_and_a_guest_nobody_for_her_host(ben, mallory, cast, external_admin, untouched):
    for stranger in (ben, mallory, entered(external_admin)):
        with pytest.raises(NotAllowed), untouched():
            invite(stranger, cast, "x@else.example")
