"""The finish: in the browser that began, the verified answer becomes a session."""

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.views.decorators.http import require_safe

from keyhouse.domain.connections import queries
from keyhouse.domain.connections.rules import SignOnConnection
from keyhouse.domain.lifecycle import actions
from keyhouse.domain.recovery import actions as recovery
from keyhouse.domain.sign_in import queries as sign_in
from keyhouse.domain.sign_in.rules import Purpose
from keyhouse.endpoints.saml.door import explained, refused_page
from keyhouse.foundation import clock
from keyhouse.foundation.errors import Refused
from keyhouse.ui import cookies
from keyhouse.ui.pages import to_sign_in
from keyhouse.ui.requests import Response
from keyhouse.ui.responses import draw, see_other
from keyhouse.ui.visitors import visitor_of


@require_safe
@explained
def finish(request: HttpRequest, connection: int) -> Response:
    """Compare the browser's cookie with the request, make the session, and go where she wanted to go."""
    found = queries.sign_on_at_the_door(connection)
    handle, browser = request.GET.get("handle", ""), cookies.read(request, cookies.SIGN_ON)
    purpose = sign_in.purpose_of(found, handle)
    if purpose is Purpose.TEST:
        return _finish_test(request, found, handle, browser)
    if purpose is Purpose.PROVE_AGAIN:
        return _finish_again(request, found, handle, browser)

    by = visitor_of(request)
    outcome = actions.finish_sign_on(by=by, connection=found, handle=handle, browser=browser)
    if isinstance(outcome, Refused):
        return refused_page(request, found, outcome)
    returns = outcome.next.startswith("/invitations/") or not outcome.activated
    response = see_other(outcome.next if returns else _welcome())
    cookies.give(response, cookies.SESSION, outcome.secret, life=outcome.until - clock.now())
    cookies.take_away(response, cookies.SIGN_ON)
    return response


def _finish_test(request: HttpRequest, connection: SignOnConnection, handle: str, browser: str) -> Response:
    """Keep the outcome of a test, and tell the administrator to go back to the page that began it."""
    by = getattr(request, "actor", None)
    if by is None or by.person_id is None:
        return to_sign_in(request)
    outcome = actions.finish_sign_on_test(by=by, connection=connection, handle=handle, browser=browser)
    if isinstance(outcome, Refused):
        return refused_page(request, connection, outcome)
    return draw(request, "saml/test_complete.html", passed=outcome, connection=connection)


def _finish_again(request: HttpRequest, connection: SignOnConnection, handle: str, browser: str) -> Response:
    """Give the browser of who proved again who she is its new identifier, and go on where she was."""
    by = getattr(request, "actor", None)
    if by is None or by.person_id is None:
        return to_sign_in(request)
    outcome = recovery.prove_again_by_sign_on(by=by, connection=connection, handle=handle, browser=browser)
    if isinstance(outcome, Refused):
        return refused_page(request, connection, outcome)
    response = see_other(outcome.next)
    cookies.give(response, cookies.SESSION, outcome.session.secret, life=outcome.session.until - clock.now())
    cookies.take_away(response, cookies.SIGN_ON)
    return response


def _welcome() -> str:
    """The page that tells a new person what she can open now."""
    try:
        return reverse("front_door:welcome")
    except NoReverseMatch:
        return "/account/"
