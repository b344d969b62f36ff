"""The desk of the demo: sign in as anybody of the cast, and read the mail that would have been sent."""

from collections.abc import Callable
from dataclasses import dataclass

import pyotp

from keyhouse.demo.cast import Cast
from keyhouse.demo.loopback import Asked, Page, Site, draw, see_other
from keyhouse.domain.credentials import actions
from keyhouse.foundation.mail import queries
from keyhouse.foundation.permissions import operator_actor

DAY = 24 * 60
WHO = {
    "ada": "System admin of Acme, full control of both portfolios; gets in by password when all else fails",
    "erin": "Second System admin of Acme, by single sign-on; full control of Press",
    "ben": "Employee of Acme, Basic access in Spring campaign, by single sign-on",
    "cleo": "Runs the agency Brightside, a partner of Spring campaign",
    "finn": "Works in Press by a personal login; hasn't moved to a work account yet",
    "ben.home": "Ben's personal login from before his work account",
    "mallory": "System admin of Rival Ltd, another organization on this server",
    "dana": "Has left Acme: no link lets her in any more",
}


@dataclass(frozen=True, kw_only=True)
class Seat:
    """Somebody of the cast, as the desk shows her."""

    key: str
    name: str
    email: str
    who: str
    password: str
    code: str


def sign_in_link(cast: Cast, key: str, keyhouse_url: str) -> str:
    """A new one-time address that signs somebody of the cast in."""
    person = cast.people[key]
    by = operator_actor(person.organization_id)
    return f"{keyhouse_url}/sign-in/link/{actions.create_sign_in_link(by=by, person=person, minutes=DAY)}"


def site(keyhouse_url: str, cast: Cast | None = None) -> Site:
    """The desk as a web site; without a cast it shows the mail alone."""

    def mail(asked: Asked) -> Page:
        to = asked.query.get("to", "")
        values = {"mails": queries.kept(to=to), "to": to, "keyhouse_url": keyhouse_url, "has_cast": cast is not None}
        return Page(body=draw("mail", **values))

    pages: list[tuple[str, str, Callable[..., Page]]] = [("GET", "/", mail)]
    if cast is not None:
        pages += _cast_pages(keyhouse_url, cast)
    return Site(pages=pages)


def _cast_pages(keyhouse_url: str, cast: Cast) -> list[tuple[str, str, Callable[..., Page]]]:
    def people(asked: Asked) -> Page:
        return Page(body=draw("people", seats=seats(cast), keyhouse_url=keyhouse_url), posts_to=keyhouse_url)

    def enter(asked: Asked, key: str) -> Page:
        return see_other(sign_in_link(cast, key, keyhouse_url) if key in cast.people else "/people")

    return [("GET", "/people", people), ("POST", r"/people/(?P<key>[a-z.]+)", enter)]


def seats(cast: Cast) -> list[Seat]:
    """Everybody who is somebody, with the password and present security code of those who have them."""
    found = []
    for key, who in WHO.items():
        person, secret = cast.people[key], cast.authenticators.get(key, "")
        found.append(
            Seat(
                key=key,
                name=person.name,
                email=person.email,
                who=who,
                password=cast.password if secret or person.organization_id is None else "",
                code=pyotp.TOTP(secret).now() if secret else "",
            )
        )
    return found
