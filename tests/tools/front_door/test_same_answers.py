"""Nobody learns at the front door whether an address has an account."""

import pytest

from keyhouse.domain.sign_in.models import SignInStep
from tests.domain.credentials.proofs import GOOD, give_app, give_password
from tests.domain.sign_in.walking import switch_sign_on_on
from tests.tools.front_door.browsing import browser, shown, type_email, type_password

KNOWN = "ada@acme.example"
OTHERS = ["nobody@acme.example", "dana@acme.example", "x@nowhere.example", "cleo.x@brightside.example"]
VOLATILE = {"Set-Cookie", "Content-Length", "Server-Timing"}


@pytest.fixture(autouse=True)
def credentials(cast):
    """Acme has single sign-on; Ada is Password only with an app, Dana had a password before she left."""
    switch_sign_on_on(cast)
    for person in (cast.ada, cast.dana):
        give_password(person)
    give_app(cast.ada)


def seen(answer, email):
    """All that an answer tells, the typed address and the support code aside."""
    page = shown(answer).replace(email, "…")
    code = page.split("<code>")[1].split("</code>")[0] if "<code>" in page else "…"
    headers = {name: value for name, value in answer.headers.items() if name not in VOLATILE}
    names = sorted(answer.cookies)
    return answer.status_code, page.replace(code, "…"), headers, names, answer.request["PATH_INFO"]


@pytest.mark.parametrize("other", OTHERS)
def test_the_password_page_is_the_same(other):
    """SESS-5: same page, same headers, same cookies for known, unknown and deactivated."""
    known, unknown = (seen(type_email(browser(), email), email) for email in (KNOWN, other))

    assert known == unknown and known[4] == "/sign-in/password"


@pytest.mark.parametrize("other", OTHERS)
def test_the_refusal_of_a_wrong_password_is_the_same(other):
    """SESS-5: and it says one sentence."""
    answers = []
    for email in (KNOWN, other):
        client = browser()
        type_email(client, email)
        answers.append(seen(type_password(client, "wrong password"), email))

    assert answers[0] == answers[1] and "Email or password is wrong." in answers[0][1]


def test_the_right_password_of_somebody_who_left_is_refused_alike():
    """SESS-5: a deactivated account is an unknown one."""
    client, unknown = browser(), browser()
    type_email(client, "dana@acme.example")
    type_email(unknown, "nobody@acme.example")

    left, never = type_password(client, GOOD), type_password(unknown, GOOD)

    assert seen(left, "dana@acme.example") == seen(never, "nobody@acme.example")


@pytest.mark.parametrize("other", [*OTHERS, "ben@acme.example"])
def test_asking_for_a_new_password_is_answered_the_same(other):
    """SESS-5: the mail goes or does not go, and the page says the same."""
    answers = [seen(browser().post("/sign-in/reset", {"email": email}), email) for email in (KNOWN, other)]

    assert answers[0] == answers[1]


def test_repeated_and_listed_parameters_mean_one_address(cast):
    """INV-3: of several addresses in one request at most one counts, and it is a whole one."""
    client = browser()

    client.post("/sign-in", {"email": ["ada@acme.example", "mallory@rival.example"]})
    client.post("/sign-in", {"email[]": "ada@acme.example"})
    client.post("/sign-in", {"email": "ada@acme.example,mallory@rival.example"})

    rows = SignInStep.objects.everywhere(reason="a test looks at all")
    assert [step.address for step in rows] == ["mallory@rival.example"]
