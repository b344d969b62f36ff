"""Activating a work account: the link, what changes, and the organization's account; opening it changes nothing."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from keyhouse import ui
from keyhouse.domain.activation import actions, queries, rules
from keyhouse.domain.activation.errors import AlreadyActive
from keyhouse.domain.credentials.errors import LinkNotFound
from keyhouse.domain.portfolios import queries as portfolios
from keyhouse.domain.sign_in import queries as sign_in
from keyhouse.foundation import secrets
from keyhouse.foundation.errors import BrokenRule, Conflict
from keyhouse.tools.front_door import drafts, walk
from keyhouse.ui import Request, Response
from keyhouse.ui.responses import see_other
from keyhouse.ui.visitors import visitor_of


def opened(screen: Callable[..., Response]) -> Callable[..., Response]:
    """Let a step show only in a browser that has opened a link, and tell it what the link activates."""

    @wraps(screen)
    def view(request: Request) -> Response:
        draft = drafts.read(request, drafts.ACTIVATION)
        try:
            entry = queries.entry(draft.get("handle", ""))
        except LinkNotFound:
            return walk.start_again(_("This activation took too long. Open the link in your mail once more."))
        if reason := queries.why_no_activation(entry):
            return over(request, entry, reason)
        return screen(request, entry, draft)

    return view


def open_link(request: Request, secret: str) -> Response:
    """Say what activating changes; the button takes the link along to the next steps."""
    handle = secrets.hash_of(secret)
    try:
        entry = queries.entry(handle)
    except LinkNotFound as unknown:
        return ui.render(request, "activation/over", status=404, reason=unknown)
    if request.method == "POST" and "new_link" in request.POST:
        return _send_new_link(request, handle)
    if refusal := queries.why_no_activation(entry):
        return over(request, entry, refusal)
    if request.method != "POST":
        stranger = request.actor is not None and request.actor.person_id != entry.person.id
        page = "activation/somebody_else" if stranger else "activation/changes"
        return ui.render(request, page, entry=entry, steps=steps_of(entry))
    response = see_other(reverse("front_door:activation_organization"))
    drafts.keep(response, drafts.ACTIVATION, handle=handle)
    return response


@opened
def changes(request: Request, entry: rules.Entry, draft: dict[str, str]) -> Response:
    """Say what activating changes to who came by an invitation."""
    if request.method == "POST":
        return see_other(reverse("front_door:activation_organization"))
    return ui.render(request, "activation/changes", entry=entry, steps=steps_of(entry))


@opened
def organization(request: Request, entry: rules.Entry, draft: dict[str, str]) -> Response:
    """Show the organization's account, and go on to its sign-in page or to a password."""
    connection = queries.activates_at(entry.person)
    if request.method == "POST" and connection is None:
        return see_other(reverse("front_door:activation_password"))
    after = "front_door:invitation_waiting" if entry.invitation else "front_door:welcome"
    address = walk.sign_on_address(connection.id, reverse(after)) if connection else ""
    places = portfolios.portfolios_of(entry.person.id)
    context: dict[str, Any] = {"connection": connection, "address": address, "places": places, "steps": steps_of(entry)}
    return ui.render(request, "activation/organization", entry=entry, **context)


def steps_of(entry: rules.Entry) -> int:
    """How many steps this activation has."""
    if queries.activates_at(entry.person) is not None:
        return 2
    return 5 if sign_in.must_have_second_factor(entry.person) else 3


def over(request: Request, entry: rules.Entry, reason: BrokenRule) -> Response:
    """Say why a link activates nothing: already active is good news, the rest has a next step."""
    if isinstance(reason, AlreadyActive):
        if request.actor is not None and request.actor.person_id == entry.person.id:
            return see_other(reverse("front_door:welcome"))
        return ui.render(request, "activation/active_already", entry=entry)
    can_send = isinstance(reason, Conflict) and entry.link is not None
    return ui.render(request, "activation/over", status=410, reason=reason, entry=entry, can_send=can_send)


def _send_new_link(request: Request, handle: str) -> Response:
    try:
        actions.send_new_link(by=visitor_of(request, link=handle), handle_hash=handle)
    except Conflict as reason:
        return over(request, queries.entry(handle), reason)
    return ui.render(request, "activation/sent", entry=queries.entry(handle))
