"""Answering invitations at the pages."""

import pytest

from keyhouse.domain.invitations.models import Invitation
from keyhouse.domain.portfolios.models import Membership
from tests.domain.activation.arriving import invitation_for, newcomer
from tests.domain.credentials.proofs import GOOD, give_password
from tests.domain.sign_in.walking import switch_sign_on_on
from tests.tools.at_the_door import browser_of
from tests.tools.front_door.browsing import browser, opened, shown, who

NEW = {"password": GOOD, "born": "1990-05-17"}


def post(client, address, **fields):
    """Send a form, and say where it leads."""
    answer = client.post(address, fields)
    return answer.headers.get("Location", "")


def in_press(cast, person):
    return Membership.objects.of(cast.acme).filter(portfolio=cast.press, person=person, state="active").exists()


@pytest.fixture
def bens(cast):
    """Ben's invitation to Press."""
    _invitation, secret = invitation_for(cast, cast.ben.email, person=cast.ben, note="Welcome")
    return f"/invitations/{secret}"


def test_it_says_who_invites_where_and_with_what(cast, bens, untouched):
    with untouched():
        page = shown(browser().get(bens))

    assert all(word in page for word in ("Press", "Acme", "Ada", "ben@acme.example", "Partial access", "Welcome"))


def test_the_addressee_accepts_with_one_click(cast, bens):
    client = browser_of(cast.ben)

    leads = post(client, bens, accept="1")

    assert leads == f"/business-manager/{cast.press.id}/" and in_press(cast, cast.ben)


def test_who_is_not_signed_in_signs_in_first_and_comes_back(cast, bens):
    give_password(cast.ben)
    cast.ben.sign_in_method = "password"
    cast.ben.save()
    client = browser()

    leads = post(client, bens, accept="1")
    page = opened(client, leads)
    post(client, "/sign-in", email=cast.ben.email, next="/invitations/waiting")
    post(client, "/sign-in/password", password=GOOD)
    assert not in_press(cast, cast.ben)
    post(client, "/invitations/waiting", accept="1")

    assert bens.rsplit("/", 1)[1] not in leads and 'value="ben@acme.example"' in shown(page)
    assert in_press(cast, cast.ben)


def test_somebody_else_accepts_nothing(cast, bens):
    """INV-1: Ben's link in Mallory's browser leads to another account, and changes nothing."""
    client = browser_of(cast.mallory)

    page = shown(client.get(bens))
    leads = post(client, bens, accept="1")

    assert "signed in as somebody else" in page and leads.startswith("/sign-in?")
    assert not in_press(cast, cast.mallory) and not in_press(cast, cast.ben)


def test_a_person_who_has_not_activated_does_so_on_the_way(cast):
    gil = newcomer(cast)
    _invitation, secret = invitation_for(cast, gil.email, person=gil)
    client = browser()

    assert post(client, f"/invitations/{secret}", accept="1") == "/activate/changes"
    post(client, "/activate/changes")
    post(client, "/activate/password", **NEW)

    assert who(client) == gil.email and in_press(cast, gil)


def test_a_newcomer_with_single_sign_on_comes_back_to_the_invitation(cast):
    connection = switch_sign_on_on(cast)
    gil = newcomer(cast, sign_in_method="sso")
    _invitation, secret = invitation_for(cast, gil.email, person=gil)
    client = browser()

    post(client, f"/invitations/{secret}", accept="1")
    page = shown(client.get("/activate/organization"))
    gil.state, gil.activated_at = "active", gil.made_at
    gil.save()
    client.cookies.update(browser_of(gil).cookies)
    leads = post(client, "/invitations/waiting", accept="1")

    assert f"/saml/{connection.id}/sign-in?next=%2Finvitations%2Fwaiting" in page
    assert leads == f"/business-manager/{cast.press.id}/" and in_press(cast, gil)


def test_a_personal_login_is_made_on_the_way(cast):
    invitation, secret = invitation_for(cast, "lea@mail.example", kind="personal")
    client = browser()

    assert post(client, f"/invitations/{secret}", accept="1") == "/invitations/login"
    assert client.post("/invitations/login", {**NEW, "name": ""}).status_code == 422
    post(client, "/invitations/login", name="Lea", **NEW)

    assert who(client) == "lea@mail.example"
    assert Invitation.objects.of(cast.acme).get(id=invitation.id).state == "accepted"


def test_declining_needs_no_account(cast, bens):
    page = browser().post(bens, {"decline": "1"})

    assert "Invitation declined" in shown(page) and not in_press(cast, cast.ben)
    again = browser_of(cast.ben).post(bens, {"accept": "1"})
    assert again.status_code == 410 and "was declined" in shown(again)


OVER = {"expired": "expired", "canceled": "withdrawn", "accepted": "accepted", "pending_approval": "being reviewed"}


@pytest.mark.parametrize(("state", "words"), OVER.items(), ids=list(OVER))
def test_an_invitation_that_is_over_says_what_became_of_it(cast, untouched, state, words):
    _invitation, secret = invitation_for(cast, cast.ben.email, person=cast.ben, state=state)
    client = browser_of(cast.ben)
    client.get(f"/invitations/{secret}")

    with untouched():
        page = client.post(f"/invitations/{secret}", {"accept": "1"})

    assert page.status_code == 410 and words in shown(page)


def test_it_waits_on_the_first_page_of_its_addressee_and_of_nobody_else(cast, bens):
    invitation = Invitation.objects.of(cast.acme).get()
    address = f"/invitations/waiting/{invitation.id}"

    assert address in shown(browser_of(cast.ben).get("/"))
    assert browser_of(cast.mallory).get(address).status_code == 404
    assert browser_of(cast.mallory).post(address, {"accept": "1"}).status_code == 404
    assert browser().get(address).status_code == 303
    post(browser_of(cast.ben), address, accept="1")

    assert in_press(cast, cast.ben)


def test_an_inviter_who_lost_full_control_leads_to_a_review(cast, bens):
    """INV-2: acceptance checks again that the inviter still may."""
    Membership.objects.of(cast.acme).filter(portfolio=cast.press, person=cast.ada).update(level="basic")

    page = browser_of(cast.ben).post(bens, {"accept": "1"})

    assert page.status_code == 422 and "waits for a person with full control" in shown(page)
    assert not in_press(cast, cast.ben)
