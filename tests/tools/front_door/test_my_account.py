"""My account, tried by its owner, by others and by nobody."""

import pytest

from keyhouse.domain.credentials import queries as credentials
from keyhouse.domain.sign_in import queries
from tests.domain.credentials.proofs import GOOD, give_app, give_password, try_password
from tests.domain.sign_in.walking import switch_sign_on_on
from tests.tools.at_the_door import browser_of
from tests.tools.front_door.browsing import browser, shown, who

PAGES = ["", "sign-in/", "sign-in/password/", "sign-in/authenticator/", "sign-in/recovery-codes/", "sessions/"]


@pytest.mark.parametrize("page", PAGES)
def test_nobody_is_sent_to_sign_in_and_back(db, page):
    answer = browser().get(f"/account/{page}")

    assert answer.status_code == 303
    assert answer["Location"] == f"/sign-in?next=%2Faccount%2F{page.replace('/', '%2F')}"


@pytest.mark.parametrize("page", PAGES)
def test_everybody_sees_her_own(cast, page):
    for person in (cast.ada, cast.ben, cast.finn, cast.mallory):
        answer = browser_of(person).get(f"/account/{page}")

        assert answer.status_code == 200 and person.name in shown(answer)
        assert not (person is cast.mallory and "acme" in shown(answer).lower())


def test_a_password_is_changed_with_the_present_one(cast):
    give_password(cast.ada)
    client = browser_of(cast.ada)

    wrong = client.post("/account/sign-in/password/", {"present": "x", "password": "Quiet harbor 19 waits"})
    right = client.post("/account/sign-in/password/", {"present": GOOD, "password": "Quiet harbor 19 waits"})

    assert wrong.status_code == 422 and "not your present password" in shown(wrong)
    assert right.status_code == 303 and try_password(cast.ada, "Quiet harbor 19 waits") is None
    assert who(client) == cast.ada.email


def test_people_with_enforced_single_sign_on_are_offered_no_password_and_get_none(cast):
    """SESS-8: the page offers none, and the post is refused."""
    give_password(cast.ben)
    switch_sign_on_on(cast)
    client = browser_of(cast.ben)

    page = shown(client.get("/account/sign-in/"))
    refused = client.post("/account/sign-in/password/", {"present": GOOD, "password": "Quiet harbor 19 waits"})

    assert "Acme Okta" in page and "Change password" not in page
    assert refused.status_code == 403 and try_password(cast.ben) is None


def test_new_recovery_codes_are_shown_once_and_replace_the_old_ones(cast):
    _secret, old = give_app(cast.ada)
    client = browser_of(cast.ada)

    asked = shown(client.get("/account/sign-in/recovery-codes/"))
    client.post("/account/sign-in/recovery-codes/")
    made = shown(client.get("/account/sign-in/recovery-codes/"))

    assert "10 of your codes are left" in asked and "Save your recovery codes" in made
    assert not any(code in made for code in old) and credentials.recovery_codes_left(cast.ada) == 10
    assert "Save your" not in shown(browser_of(cast.ada).get("/account/sign-in/recovery-codes/"))


def test_a_session_of_mine_is_ended_with_its_next_click(cast):
    here, elsewhere = browser_of(cast.ben), browser_of(cast.ben)
    others = [one.id for one in queries.sessions_of(cast.ben)]
    mine = queries.session(here.cookies["kh_session"].value).id
    other = next(one for one in others if one != mine)

    here.post(f"/account/sessions/{other}/ending/")

    assert who(here) == cast.ben.email and elsewhere.get("/account/").status_code == 303


def test_nobody_ends_somebody_elses_session(cast):
    his = browser_of(cast.ben)
    session = queries.sessions_of(cast.ben)[0].id

    for client in (browser_of(cast.ada), browser_of(cast.mallory)):
        assert client.post(f"/account/sessions/{session}/ending/").status_code == 404
    assert browser().post(f"/account/sessions/{session}/ending/").status_code == 303
    assert who(his) == cast.ben.email


def test_signing_out_everywhere_ends_this_one_too(cast):
    here, elsewhere = browser_of(cast.ben), browser_of(cast.ben)

    here.post("/account/sessions/ending/")

    assert who(here) is None and who(elsewhere) is None


def test_an_ended_session_is_not_ended_by_a_get(cast):
    client = browser_of(cast.ben)

    answer = client.get("/account/sessions/ending/")

    assert answer.status_code == 405 and who(client) == cast.ben.email
