"""Locked accounts: the page that says why, the link that unlocks, and whom to ask."""

from typing import Any

from django.utils.translation import gettext as _

from keyhouse import ui
from keyhouse.domain.account_locks import actions, queries
from keyhouse.domain.credentials import queries as links
from keyhouse.domain.credentials.errors import LinkNotFound
from keyhouse.foundation import secrets
from keyhouse.foundation.errors import BrokenRule, Conflict
from keyhouse.ui import Request, Response
from keyhouse.ui.visitors import visitor_of


def locked(request: Request, secret: str) -> Response:
    """Say what class of reason locked the account, since when, and how to go on; the button mails an unlock link."""
    handle = secrets.hash_of(secret)
    try:
        link = queries.lock_page_link(handle)
    except LinkNotFound as unknown:
        return _over(request, unknown)
    if reason := links.why_not_good(link):
        return _over(request, reason)
    lock = queries.lock_of(link.person)
    may_ask = lock is not None and not lock.needs_review and queries.may_unlock_herself(link.person)
    context: dict[str, Any] = {"link": link, "lock": lock, "may_ask": may_ask}
    if request.method == "POST" and may_ask:
        actions.send_unlock_link(by=visitor_of(request, link=handle), handle_hash=handle)
        return ui.render(request, "locks/sent", **context)
    return ui.render(request, "locks/locked", **context)


def unlock(request: Request, secret: str) -> Response:
    """Say what the link does; the button unlocks, and signs nobody in."""
    handle = secrets.hash_of(secret)
    try:
        link = queries.unlock_link(handle)
        if reason := links.why_not_good(link):
            return _over(request, reason)
        if request.method != "POST":
            return ui.render(request, "locks/unlock", link=link)
        actions.unlock_by_link(by=visitor_of(request, link=handle), handle_hash=handle)
    except (LinkNotFound, Conflict) as reason:
        return _over(request, reason)
    return ui.done(request, "front_door:sign_in", said=_("Your account is unlocked. Sign in."))


def _over(request: Request, reason: BrokenRule) -> Response:
    return ui.render(request, "locks/over", status=410, reason=reason)
