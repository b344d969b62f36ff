"""Switch organization through the real door: the other Admin Center opens, and nothing else of either side shows."""

import pytest

from keyhouse.domain.people.models import Person
from keyhouse.domain.relationships import actions
from keyhouse.domain.relationships.models import ExternalRelationship
from keyhouse.domain.sign_in.models import Session
from keyhouse.foundation import clock
from keyhouse.foundation.permissions import Strength
from keyhouse.ui import cookies
from tests.domain.relationships.related import make_external_admin, make_guest, make_relationship
from tests.tools.at_the_door import browser_of, pages, things_of

SWITCH = "/account/organizations/switch/"
OF_BRIGHTSIDE = (b"Brightside Studio", b"brightside.example")
OF_ACME = (b"ada@", b"ben@", b"acme-labs", b"Spring campaign", b"Acme Ads")


@pytest.fixture
def guest(cast):
    """Cleo is External system admin of Acme."""
    found = make_guest(make_relationship(cast.acme, cast.brightside), cast.cleo)
    make_external_admin(found)
    return found


@pytest.fixture
def inside(cast, guest):
    """Cleo's browser in Acme's Admin Center."""
    browser = browser_of(cast.cleo)
    assert browser.post(SWITCH, {"relationship": str(guest.relationship_id)}).status_code == 303
    return browser


def test_the_account_menu_offers_it_and_every_page_then_says_which_is_open(cast, guest):
    browser = browser_of(cast.cleo)
    before = browser.get("/admin-center/").content
    browser.post(SWITCH, {"relationship": str(guest.relationship_id)})

    assert (
        b"Switch organization" in before and b"Switch organization" not in browser_of(cast.ada).get("/account/").content
    )
    for address in ("/admin-center/", "/admin-center/people/", "/account/", "/account/organizations/"):
        assert b"Acme is open. You're a guest from Brightside." in browser.get(address).content, address


def test_she_sees_acmes_people_and_nothing_of_her_own_organization(inside):
    page = inside.get("/admin-center/people/").content

    assert b"ben@acme.example" in page
    assert not [word for word in OF_BRIGHTSIDE if word in page]


def test_of_acme_nothing_shows_at_home_whatever_the_address(cast, guest):
    """AUTH-1: a guest at home finds nothing of her host."""
    browser, things = browser_of(cast.cleo), things_of(cast) | {"relationship": 999, "guest": 999}
    addresses = [
        page.filled(things) for page in pages() if page.address.startswith("/admin-center/") and page.filled(things)
    ]

    faults = [one for one in addresses if any(word in body_of(browser.get(one)) for word in OF_ACME)]

    assert not faults


def test_at_the_host_nothing_of_her_home_shows_whatever_the_address(cast, inside):
    """AUTH-1: Brightside can't be seen through Acme, nor changed."""
    addresses = [page.address for page in pages() if page.address.startswith("/admin-center/") and not page.arguments]

    faults = [one for one in addresses if b"Brightside Studio" in body_of(inside.get(one))]

    assert not faults
    assert inside.get(f"/admin-center/people/{cast.cleo.id}/").status_code == 404


def test_her_limits_are_those_of_the_matrix(inside, guest):
    refused = ["security-logs/", "security-alerts/", "external-relationships/member-requests/"]
    opened = ["people/", "domain-verification/", "single-sign-on/", "identity-providers/", "admin-roles/"]

    assert {inside.get(f"/admin-center/{one}").status_code for one in opened} == {200}
    assert {inside.get(f"/admin-center/{one}").status_code for one in refused} <= {403, 404}


def test_the_host_finds_no_page_of_her_account(cast, guest):
    """The host can't edit, deactivate or reset a guest."""
    hers = browser_of(cast.ada)

    for tail in ("", "details/", "deactivation/", "link/", "method/"):
        assert hers.get(f"/admin-center/people/{cast.cleo.id}/{tail}").status_code == 404


def test_the_cookie_of_before_opens_nothing(cast, guest):
    """SESS-3: a planted cookie is worthless after the switch."""
    browser = browser_of(cast.cleo)
    planted = browser.cookies[cookies.full_name(cookies.SESSION)].value
    browser.post(SWITCH, {"relationship": str(guest.relationship_id)})
    thief = browser_of(cast.mallory)
    thief.cookies[cookies.full_name(cookies.SESSION)] = planted

    assert thief.get("/admin-center/people/")["Location"].startswith("/sign-in")
    assert browser.get("/admin-center/people/").status_code == 200


@pytest.mark.parametrize("how", ["ended", "overdue", "removed", "host suspended", "weak"])
def test_a_place_that_is_gone_shuts_at_once_and_leads_home(ada, cast, inside, guest, how):
    if how == "ended":
        actions.end_relationship(by=ada, relationship=guest.relationship)
    elif how == "overdue":
        ExternalRelationship.objects.of(cast.acme).update(until=clock.now())
    elif how == "removed":
        actions.remove_guest(by=ada, guest=guest)
    elif how == "host suspended":
        type(cast.acme).objects.filter(id=cast.acme.id).update(state="suspended")
    else:
        Session.objects.of(cast.brightside).update(strength=Strength.PASSWORD)

    page = inside.get("/admin-center/people/").content

    assert b"cleo@brightside.example" in page and b"ben@acme.example" not in page


@pytest.mark.parametrize("state", ["suspended", "locked", "deactivated"])
def test_her_state_at_home_counts_everywhere(cast, inside, state):
    """SESS-1: the one gate asks her own organization."""
    Person.objects.of(cast.brightside).filter(id=cast.cleo.id).update(state=state)

    assert inside.get("/admin-center/people/")["Location"].startswith("/sign-in")


def test_back_at_home_she_is_in_her_own_admin_center(cast, inside):
    inside.post(SWITCH, {"relationship": ""})

    page = inside.get("/admin-center/people/").content
    assert b"cleo@brightside.example" in page and b"You're a guest" not in page


@pytest.mark.parametrize("relationship", ["999", "x", "-1"])
def test_nobody_switches_by_guessing(cast, guest, relationship):
    answer = browser_of(cast.mallory).post(SWITCH, {"relationship": relationship})

    assert answer.status_code in {403, 404}
    assert browser_of(cast.mallory).post(SWITCH, {"relationship": str(guest.relationship_id)}).status_code == 403


def body_of(answer):
    """What a page or a file says."""
    return b"".join(answer.streaming_content) if answer.streaming else answer.content
