"""The table of errors as pages: each kind of broken rule has one page, with the reason and the next step."""

import logging
import secrets
import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from keyhouse.domain.organizations.errors import NeedsApproval
from keyhouse.foundation.errors import BrokenRule, NotAllowed, NotFound
from keyhouse.ui.approvals import needs_approval
from keyhouse.ui.frame import Frame
from keyhouse.ui.responses import draw

DatabaseError = (OperationalError, InterfaceError)
RETRY_AFTER = 5

log = logging.getLogger("keyhouse.errors")


def explain(request: HttpRequest, refused: BrokenRule) -> HttpResponse:
    """Answer a broken rule that no form caught: 404, 403 with the reason, or 422 with the reason."""
    if isinstance(refused, NotFound):
        return not_found(request)
    if isinstance(refused, NeedsApproval):
        return needs_approval(request, refused)
    if isinstance(refused, NotAllowed):
        return refusal(request, status=403, title=_("You can't open this"), refused=refused)
    return refusal(request, status=422, title=_("This can't be done"), refused=refused)


def refusal(request: HttpRequest, *, status: int, title: str, refused: BrokenRule) -> HttpResponse:
    """Draw the page of a refusal: the rule in words, its code, and the way on."""
    return draw(
        request,
        "ui/errors/refusal.html",
        status=status,
        title=title,
        reason=str(refused),
        code=refused.code,
        step=refused.next_step,
    )


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Draw the 404 page: the same for what is not yours and for what never was."""
    return draw(request, "ui/errors/not_found.html", status=404)


def unreadable(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Draw the 400 page; it reads nothing of the form again, as Django's own does, so that it can't fail alike."""
    return HttpResponse(render_to_string("ui/errors/unreadable.html", {"frame": Frame()}, request), status=400)


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Draw the page for a form without its proof (csrf): the page was open too long, or cookies are off."""
    log.warning("csrf check failed: %s", reason)
    return draw(request, "ui/errors/form_expired.html", status=403)


def failed(request: HttpRequest) -> HttpResponse:
    """Draw the 500 page with a reference number; the trace stands in the log under it."""
    if isinstance(sys.exc_info()[1], DatabaseError):
        return out_of_order(request)
    reference = secrets.token_hex(4)
    log.error("reference %s", reference, exc_info=sys.exc_info())
    text = render_to_string("ui/errors/failed.html", {"reference": reference, "frame": Frame()}, request)
    return HttpResponse(text, status=500)


def out_of_order(request: HttpRequest) -> HttpResponse:
    """Draw the 503 page: the database is away, busy or full; nothing was changed, and the same again may work soon."""
    log.error("the database can't be used: %s", sys.exc_info()[1])
    text = render_to_string("ui/errors/out_of_order.html", {"frame": Frame()}, request)
    return HttpResponse(text, status=503, headers={"Retry-After": str(RETRY_AFTER)})
