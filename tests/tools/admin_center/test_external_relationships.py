"""The screens of External relationships, from both sides."""

import datetime as dt
import re

import pytest

from keyhouse.domain.relationships import queries
from keyhouse.domain.relationships.models import ExternalRelationship
from keyhouse.foundation import clock
from tests.cast import make_member, make_person, make_product
from tests.domain.relationships.related import (
    entered,
    make_external_admin,
    make_guest,
    make_offer,
    make_relationship,
)
from tests.visiting import text_of, visit

PANEL = "/admin-center/external-relationships/"


@pytest.fixture
def hosted(cast):
    """Acme hosts people of Brightside."""
    return make_relationship(cast.acme, cast.brightside)


@pytest.fixture
def guest(cast, hosted):
    """Cleo is External system admin of Acme."""
    found = make_guest(hosted, cast.cleo)
    make_external_admin(found)
    return found


def test_each_side_sees_the_other_with_the_number_of_guests(ada, cleo, mallory, guest):
    ours, theirs, rivals = (text_of(visit(who, PANEL)) for who in (ada, cleo, mallory))

    assert "Brightside" in ours and "We host its people" in ours
    assert "Acme" in theirs and "It hosts our people" in theirs
    assert "No relationships yet" in rivals


def test_the_list_is_searched_and_exported(ada, hosted):
    assert "Brightside" in text_of(visit(ada, f"{PANEL}?q=bright"))
    assert "No relationship like that" in text_of(visit(ada, f"{PANEL}?q=rival"))
    assert "Brightside,host,0,active" in text_of(visit(ada, f"{PANEL}export/"))


def test_from_relationship_id_to_accept(ada, cleo, cast):
    shown = text_of(visit(ada, f"{PANEL}invitations/relationship-id/", {"side": "host"}))
    code = re.search(r"\b[A-Z2-9]{16}\b", shown).group(0)

    visit(cleo, f"{PANEL}invitations/entering/", {"code": code})
    page = text_of(visit(cleo, f"{PANEL}invitations/"))
    offer = queries.offers_received(cleo)[0]
    visit(cleo, f"{PANEL}invitations/{offer.id}/acceptance/", {})

    assert "It hosts your people" in page
    assert queries.between(cast.acme.id, cast.brightside.id) is not None


def test_an_invitation_by_mail_is_listed_and_declined(ada, cleo):
    visit(ada, f"{PANEL}invitations/inviting/", {"email": "cleo@brightside.example", "side": "guest", "note": ""})
    offer = queries.offers_received(cleo)[0]

    visit(cleo, f"{PANEL}invitations/{offer.id}/decline/", {})

    assert "cleo@brightside.example" in text_of(visit(ada, f"{PANEL}invitations/"))
    assert queries.offer(ada, offer.id).state == "declined"


def test_an_own_offer_is_canceled(ada, cast):
    offer = make_offer(cast.acme, None)

    visit(ada, f"{PANEL}invitations/{offer.id}/cancellation/", {})

    assert queries.offer(ada, offer.id).state == "canceled"


def test_people_are_added_by_their_own_organization_and_approved_by_the_host(ada, cleo, cast, hosted):
    eve, shop = make_person(cast.brightside, "eve@brightside.example", "Eve"), make_product(cast.acme, "Shop")
    choice = text_of(visit(cleo, f"{PANEL}{hosted.id}/adding/?q=eve"))
    visit(cleo, f"{PANEL}{hosted.id}/adding/", {"people": [str(eve.id)], "note": "For the shop."})
    waiting = text_of(visit(ada, f"{PANEL}member-requests/"))
    (request,) = queries.requests(ada)
    visit(ada, f"{PANEL}member-requests/{request.id}/approval/", {"approve": "yes", "products": [str(shop.id)]})

    assert "eve@brightside.example" in choice and "cleo@" not in choice
    assert "External" in waiting and "For the shop." in waiting
    assert queries.access_of(queries.guest(ada, request.id)).products == (shop.id,)


def test_a_request_is_declined(ada, cast, hosted):
    asked = make_guest(hosted, cast.cleo, "requested")

    visit(ada, f"{PANEL}member-requests/{asked.id}/decline/", {})

    assert queries.requests(ada) == []


def test_the_host_changes_the_terms_and_what_a_guest_holds(ada, hosted, guest):
    day = (clock.now() + dt.timedelta(days=40)).date()
    visit(ada, f"{PANEL}{hosted.id}/settings/", {"may_hold": ["external_system_admin"], "until": day.isoformat()})
    visit(ada, f"{PANEL}guests/{guest.id}/access/", {"save": "yes"})

    changed = ExternalRelationship.objects.of(hosted.organization_id).get()
    assert (changed.until.date(), changed.second_factor_required) == (day, False)
    assert not queries.access_of(guest).external_system_admin


def test_ending_lists_what_is_lost(ada, cast, hosted, guest):
    make_member(cast.press, cast.cleo)

    page = text_of(visit(ada, f"{PANEL}{hosted.id}/ending/"))
    visit(ada, f"{PANEL}{hosted.id}/ending/", {"end": "yes"})

    assert "External system admin, Press" in page
    assert queries.open_places(hosted) == [] and "Brightside" in text_of(visit(ada, f"{PANEL}?state=ended"))


def test_a_guest_is_removed_with_what_she_holds(cleo, hosted, guest):
    page = text_of(visit(cleo, f"{PANEL}guests/{guest.id}/removal/"))
    visit(cleo, f"{PANEL}guests/{guest.id}/removal/", {"remove": "yes"})

    assert "External system admin" in page and queries.open_places(hosted) == []


def test_a_guest_sees_nothing_of_who_is_hosted_here(cast, hosted, guest):
    """AUTH-1: relationships are none for those hosted here."""
    inside = entered(guest)

    assert "No relationships yet" in text_of(visit(inside, PANEL))
    for address in (f"{PANEL}{hosted.id}/", f"{PANEL}{hosted.id}/ending/", f"{PANEL}guests/{guest.id}/access/"):
        assert visit(inside, address).status_code == 404
    for address in (f"{PANEL}invitations/", f"{PANEL}member-requests/"):
        assert visit(inside, address).status_code == 403
