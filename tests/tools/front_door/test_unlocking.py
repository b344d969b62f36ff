"""The lock page and the link that unlocks, behind the mails about a lock."""

import pytest

from keyhouse.domain.account_locks.models import AccountLock, LockReason
from tests.domain.account_locks.locking import link_in_mail, lock, state, unverify
from tests.domain.credentials.proofs import GOOD, give_password
from tests.tools.front_door.browsing import browser, shown, type_email, type_password


def test_the_whole_way_back(cast):
    lock(cast.ben)
    client = browser()

    page = shown(client.get("/locked/" + link_in_mail("locked")))
    assert "too many wrong tries" in page and "ben@acme.example" in page and "an administrator of Acme" in page
    sent = client.post("/locked/" + link_in_mail("locked"))
    assert "Look into your mail" in shown(sent)
    address = "/unlock/" + link_in_mail("unlock")
    assert "Unlock your account" in shown(client.get(address)) and state(cast.ben) == "locked"

    assert client.post(address)["Location"] == "/sign-in"
    assert state(cast.ben) == "active"


def test_opening_a_link_changes_nothing(cast):
    """A mail scanner uses nothing up."""
    lock(cast.ben)
    for _ in range(2):
        assert browser().get("/locked/" + link_in_mail("locked")).status_code == 200

    assert state(cast.ben) == "locked" and AccountLock.objects.of(cast.acme).get().ended_at is None


@pytest.mark.parametrize("case", ["review", "domain"])
def test_where_an_administrator_looks_first_no_link_is_offered(cast, case):
    lock(cast.erin, LockReason.WRONG_CODES) if case == "review" else lock(cast.ben)
    page = link_in_mail("locked")
    if case == "domain":
        unverify(cast, "lapsed")

    answer = browser().get("/locked/" + page)

    assert "An administrator looks at it first" in shown(answer) and "Send an unlock link" not in shown(answer)
    assert "An administrator looks" in shown(browser().post("/locked/" + page))


@pytest.mark.parametrize("address", ["/locked/nonsense", "/unlock/nonsense"])
def test_an_unknown_link_says_so(db, address):
    answer = browser().get(address)

    assert answer.status_code == 410 and "isn't valid" in shown(answer).replace("&#x27;", "'")


def test_a_used_link_says_so(cast):
    lock(cast.ben)
    client = browser()
    client.post("/locked/" + link_in_mail("locked"))
    address = "/unlock/" + link_in_mail("unlock")

    client.post(address)

    assert "already used" in shown(client.post(address))


def test_the_sign_in_page_answers_as_for_an_unknown_address(cast):
    """SESS-5: nothing there tells that the account is locked."""
    give_password(cast.ben)
    lock(cast.ben)

    def tried(email):
        client = browser()
        type_email(client, email)
        return shown(type_password(client, GOOD)).replace(email, "…")

    locked, unknown = tried("ben@acme.example"), tried("nobody@acme.example")
    assert locked.split("Support code")[0] == unknown.split("Support code")[0]
