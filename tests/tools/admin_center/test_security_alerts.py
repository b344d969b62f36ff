"""The panel Security alerts."""

from keyhouse import deliveries
from keyhouse.domain.organizations.models import Organization
from keyhouse.domain.security_alerts.models import SecurityAlert
from keyhouse.domain.security_alerts.rules import AlertKind
from tests.domain.account_locks.locking import lock, state
from tests.domain.security_alerts.raising import raised
from tests.tools.at_the_door import browser_of
from tests.tools.front_door.browsing import shown

PANEL = "/admin-center/security-alerts/"


def test_alerts_are_listed_filtered_and_counted(cast):
    raised(cast)
    raised(cast, kind=AlertKind.TOKEN_ELSEWHERE, about=cast.scim.id, facts={"token": "Okta"})
    client = browser_of(cast.ada)

    page = shown(client.get(PANEL))
    assert "2 open" in page and "Account locked" in page and "Okta" in page
    assert "Ben" not in shown(client.get(PANEL, {"severity": "low"})).split("<tbody>")[1]
    assert "No alert matches" in shown(client.get(PANEL, {"q": "nobody"}))
    assert "Account locked" in client.get(f"{PANEL}export/").content.decode()


def test_the_page_of_an_alert_says_why_and_what_to_do(cast):
    Organization.objects.filter(id=cast.acme.id).update(support_address="help@acme.example")
    lock(cast.ben)
    deliveries.run_pending()
    alert = SecurityAlert.objects.of(cast.acme).get()

    page = shown(browser_of(cast.ada).get(f"{PANEL}{alert.id}/"))

    said = ("The system stopped the account", "The account of ben@acme.example was locked", "Unlock account")
    for words in ("Review the security log", "Contact account owner", "Contact support", "Go to business log", *said):
        assert words in page


def test_it_is_taken_given_and_closed(cast):
    alert = raised(cast)
    client, address = browser_of(cast.ada), f"{PANEL}{alert.id}/"

    client.post(f"{address}taking/")
    assert "Being looked at" in shown(client.get(address))
    client.post(f"{address}owner/", {"owner": str(cast.erin.id)})
    assert SecurityAlert.objects.of(cast.acme).get().owner == cast.erin
    assert client.post(f"{address}closing/", {"reason": ""}).status_code == 422
    client.post(f"{address}closing/", {"reason": "It was Ben"})
    assert "It was Ben" in shown(client.get(address))


def test_an_account_is_unlocked_from_the_list(cast):
    lock(cast.ben)

    assert browser_of(cast.ada).post(f"/admin-center/people/{cast.ben.id}/unlocking/").status_code == 303
    assert state(cast.ben) == "active"


def test_another_organization_finds_nothing(cast):
    alert = raised(cast)
    client = browser_of(cast.mallory)

    assert client.get(f"{PANEL}{alert.id}/").status_code == 404
    assert client.post(f"{PANEL}{alert.id}/closing/", {"reason": "x"}).status_code == 404
    assert "Nothing needs attention" in shown(client.get(PANEL))
