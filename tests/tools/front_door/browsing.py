"""A browser at the front door, without a server: it keeps cookies and follows what it is told."""

import re

from django.test import Client

from keyhouse.domain.sign_in import queries
from keyhouse.ui import cookies

HIDDEN = re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"')


def browser(**options):
    """A browser that nobody has signed in."""
    return Client(raise_request_exception=False, **options)


def cookie(client, name=cookies.SESSION):
    """The value of a cookie, or an empty text."""
    kept = client.cookies.get(cookies.full_name(name))
    return kept.value if kept is not None else ""


def who(client):
    """Whose session this browser has, or None."""
    found = queries.session(cookie(client))
    return found.email if found is not None else None


def followed(client, answer):
    """Go where an answer leads, as a browser does."""
    for _ in range(5):
        if answer.status_code not in (302, 303):
            break
        answer = client.get(answer["Location"])
    return answer


def opened(client, address):
    """Open a page, and go where it leads."""
    return followed(client, client.get(address))


def type_email(client, email, **more):
    """Type an email, and go to the page that is next."""
    return followed(client, client.post("/sign-in", {"email": email, **more}))


def type_password(client, text):
    """Type a password."""
    return followed(client, client.post("/sign-in/password", {"password": text}))


def type_code(client, text, page="/sign-in/code"):
    """Type a code."""
    return followed(client, client.post(page, {"code": text}))


def shown(answer):
    """What a page shows, without the proof of its forms, which differs each time."""
    return HIDDEN.sub("", answer.content.decode())
