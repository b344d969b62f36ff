"""No order of posts leads to a session without every factor that is required."""

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from keyhouse.domain.sign_in import queries
from keyhouse.foundation.permissions import Strength
from keyhouse.ui import cookies
from tests.domain.credentials.proofs import GOOD, code_of, give_app, give_password
from tests.tools.front_door.browsing import browser, cookie

PAGES = ["/sign-in", "/sign-in/password", "/sign-in/code", "/sign-in/authenticator", "/sign-in/recovery-codes",
         "/sign-in/continue", "/sign-in/reset/password", "/activate/password", "/activate/authenticator",
         "/activate/organization", "/activate/changes", "/invitations/login", "/account/sign-in/authenticator/",
         "/account/sign-in/password/", "/account/sign-in/recovery-codes/", "/sign-out"]  # fmt: skip
EMAILS = ["cleo@brightside.example", "ada@acme.example", "finn.home@mail.example", "nobody@acme.example", "", "x"]
WORDS = [GOOD, "wrong", "", "right code", "000000", "None", "[]", "recovery"]
FIELDS = ["email", "password", "code", "next", "kind", "step", "proved", "person", "born", "present"]

posts = some.lists(
    some.one_of(
        some.tuples(some.just("email"), some.sampled_from(EMAILS[:3])),
        some.tuples(some.just("password"), some.sampled_from([GOOD, GOOD, "wrong", ""])),
        some.tuples(some.just("code"), some.sampled_from(["right code", "000000", "", "recovery"])),
        some.tuples(some.just("cookie"), some.sampled_from(["drop", "swap"])),
        some.tuples(
            some.sampled_from(PAGES),
            some.dictionaries(
                some.sampled_from(FIELDS), some.lists(some.sampled_from([*WORDS, *EMAILS]), max_size=3), max_size=4
            ),
        ),
    ),
    max_size=14,
)


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(posts=posts)
def test_random_posts_never_reach_a_session_without_every_factor(cast, posts):
    """SESS-6: sign-in is a state machine on the server, and only the expected transition is taken."""
    with transaction.atomic():
        for person in (cast.cleo, cast.ada, cast.finn):
            give_password(person)
        secret, codes = give_app(cast.cleo)
        given_to = {"right code": code_of(secret, 1), "recovery": codes[0]}
        walk(posts, given_to)
        transaction.set_rollback(True)


def walk(posts, given_to):
    """Send the posts one after the other, and look after each whether somebody is in who may not be."""
    client, said = browser(), []
    for what, value in posts:
        send(client, what, value, given_to)
        said += [value] if isinstance(value, str) else [text for texts in value.values() for text in texts]
        found = queries.session(cookie(client))
        if found is None:
            continue
        assert GOOD in said and found.email in said
        if found.email != "finn.home@mail.example":
            assert found.strength == Strength.TWO_FACTORS and {"right code", "recovery"} & set(said)
        assert found.email != "ada@acme.example", "her app was never set up by a right code"


def send(client, what, value, given_to):
    """One post."""
    if what == "cookie":
        name = cookies.full_name("kh_step")
        kept = client.cookies.pop(name, None)
        if value == "swap" and kept is not None:
            client.cookies[cookies.full_name(cookies.SESSION)] = kept.value
        return
    pages = {"email": "/sign-in", "password": "/sign-in/password", "code": "/sign-in/code"}
    if what in pages:
        client.post(pages[what], {what: given_to.get(value, value)})
        return
    client.get(what)
    client.post(what, {name: [given_to.get(text, text) for text in texts] for name, texts in value.items()})
