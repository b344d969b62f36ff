"""The way out: to the identity provider, with a signed request and a cookie for the way back."""

from django.http import HttpRequest
from django.views.decorators.http import require_safe

from keyhouse.domain.connections import queries, rules
from keyhouse.domain.connections.rules import SignOnConnection
from keyhouse.domain.sign_in import actions
from keyhouse.domain.sign_in.rules.sign_on import REQUEST_LIFE
from keyhouse.endpoints.saml.door import explained, own_key
from keyhouse.foundation import clock, secrets
from keyhouse.foundation.permissions import Actor, ActorKind
from keyhouse.protocols.saml import requests
from keyhouse.protocols.saml.bindings import to_post
from keyhouse.protocols.saml.issuing import sign
from keyhouse.protocols.saml.keys import read_certificate
from keyhouse.protocols.saml.xml import serialize
from keyhouse.ui import cookies
from keyhouse.ui.pages import to_sign_in
from keyhouse.ui.policy import allow_posting_to
from keyhouse.ui.requests import Response
from keyhouse.ui.responses import draw, see_other
from keyhouse.ui.visitors import visitor_of


@require_safe
@explained
def sign_in(request: HttpRequest, connection: int) -> Response:
    """Begin a sign-in; `?next=` is where to go afterwards, a path of our own."""
    found = queries.sign_on_at_the_door(connection)
    return _go(request, found, by=visitor_of(request), next=request.GET.get("next", "/"))


@require_safe
@explained
def test(request: HttpRequest, connection: int) -> Response:
    """Begin a test by an administrator: `?email=` is the person who will sign in at the provider."""
    by = getattr(request, "actor", None)
    if by is None or by.person_id is None:
        return to_sign_in(request)
    found = queries.sign_on_connection(by, connection)
    email = (request.GET.get("email") or by.email).strip().casefold()
    return _go(request, found, by=by, email=email)


@require_safe
@explained
def again(request: HttpRequest, connection: int) -> Response:
    """Have somebody who is signed in prove again who she is; the provider is told to ask her anew."""
    by = getattr(request, "actor", None)
    if by is None or by.session_id is None:
        return to_sign_in(request)
    found = queries.sign_on_at_the_door(connection)
    return _go(request, found, by=by, next=request.GET.get("next", "/"))


def _go(request: HttpRequest, connection: SignOnConnection, *, by: Actor, next: str = "/", email: str = "") -> Response:
    """Keep the request, give the browser its cookie, and send it there by the binding of the provider."""
    ours, setup, browser = rules.addresses_of(connection.id), connection.saml, secrets.new_handle()
    asked = requests.SignOnRequest(
        id=requests.new_id(),
        url=setup.sign_on_url,
        entity_id=ours.entity_id,
        acs_url=ours.acs_url,
        issued_at=clock.now(),
        ask_again=setup.ask_again or (by.kind is ActorKind.PERSON and not email),
    )
    actions.begin_sign_on(
        by=by, connection=connection, request_id=asked.id, browser_hash=browser.hash, next=next, email=email
    )
    key = own_key(connection)
    if setup.sign_on_binding == "post":
        message = sign(requests.authn_request(asked), key=key, certificate=read_certificate(setup.certificate))
        value = to_post(serialize(message))
        response: Response = draw(
            request, "saml/continue.html", url=asked.url, message=value, connection=connection.name
        )
        allow_posting_to(response, "/".join(asked.url.split("/", 3)[:3]))
    else:
        response = see_other(requests.sign_on_url(asked, None, key))
    cookies.give(response, cookies.SIGN_ON, browser.text, life=REQUEST_LIFE)
    return response
