"""Accepting or declining an invitation; opening its link changes nothing."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from keyhouse import ui
from keyhouse.domain.activation import queries as activation
from keyhouse.domain.credentials.errors import LinkNotFound
from keyhouse.domain.grants import queries as grants
from keyhouse.domain.invitations import actions as invitations
from keyhouse.domain.invitations import queries
from keyhouse.domain.invitations.errors import NoSuchInvitation
from keyhouse.domain.lifecycle import actions
from keyhouse.domain.people import queries as people
from keyhouse.foundation import secrets
from keyhouse.foundation.errors import BrokenRule, Refused
from keyhouse.foundation.permissions import Actor
from keyhouse.tools.front_door import drafts, walk
from keyhouse.ui import Id, Request, Response
from keyhouse.ui.responses import see_other
from keyhouse.ui.visitors import visitor_of


def open_link(request: Request, secret: str) -> Response:
    """Show the invitation of a link, and take its answer."""
    return _page(request, secrets.hash_of(secret))


def waiting(request: Request) -> Response:
    """Show the invitation that this browser came with, after its sign-in."""
    handle = drafts.read(request, drafts.INVITATION).get("handle", "")
    return _page(request, handle) if handle else see_other("/")


def own(request: Request, invitation: Id) -> Response:
    """Show an invitation to who is signed in as its addressee."""
    person = people.person(request.actor.home_organization_id, request.actor.person_id)
    found = next((one for one in queries.waiting_of(person) if one.id == invitation), None)
    if found is None:
        raise NoSuchInvitation()
    if request.method == "POST":
        return _answer(request, found, request.actor)
    return _show(request, found)


def _page(request: Request, handle: str) -> Response:
    try:
        invitation = queries.by_hash(handle)
    except NoSuchInvitation as reason:
        return ui.render(request, "invitations/over", status=404, reason=reason)
    if not queries.can_be_accepted(invitation):
        return ui.render(request, "invitations/over", status=410, invitation=invitation, **_state_of(invitation))
    if request.method != "POST":
        return _show(request, invitation)
    if "decline" in request.POST:
        return _answer(request, invitation, visitor_of(request, link=handle))
    if _is_addressee(request, invitation):
        return _answer(request, invitation, request.actor)
    return _to_her_account(request, invitation, handle)


def _show(request: Request, invitation: Any) -> Response:
    assets = grants.promised(invitation, invitation.portfolio)
    stranger = request.actor is not None and not _is_addressee(request, invitation)
    return ui.render(request, "invitations/invitation", invitation=invitation, assets=assets, stranger=stranger)


def _answer(request: Request, invitation: Any, by: Actor) -> Response:
    """Take yes or no, and say what follows from it."""
    if "decline" in request.POST:
        invitations.decline_invitation(by=by, invitation=invitation)
        return ui.render(request, "invitations/declined", invitation=invitation)
    try:
        done = actions.accept_invitation(by=by, invitation=invitation)
    except BrokenRule as reason:
        return ui.render(request, "invitations/over", status=422, invitation=invitation, reason=reason)
    if isinstance(done, Refused):
        return ui.render(request, "invitations/over", status=422, invitation=invitation, reason=done.rule)
    response = see_other(f"/business-manager/{invitation.portfolio_id}/")
    said = _("You're in %(portfolio)s now.") % {"portfolio": invitation.portfolio.name}
    ui.say(response, said)
    drafts.drop(response, drafts.INVITATION)
    return response


def _to_her_account(request: Request, invitation: Any, handle: str) -> Response:
    """Lead to an activation, to a new personal login, or to sign-in, and back to the invitation after it."""
    try:
        entry = activation.entry(handle)
        is_new = activation.why_no_activation(entry) is None
    except LinkNotFound:
        is_new = False
    if is_new:
        response = see_other(reverse("front_door:activation_changes"))
        drafts.keep(response, drafts.ACTIVATION, handle=handle)
        drafts.keep(response, drafts.INVITATION, handle=handle)
        return response
    login = people.holder_of(invitation.email_folded, invitation.kind)
    if invitation.kind == "personal" and login is None:
        response = see_other(reverse("front_door:invitation_login"))
    else:
        response = see_other(walk.sign_in_address(reverse("front_door:invitation_waiting"), invitation.email))
    drafts.keep(response, drafts.INVITATION, handle=handle)
    return response


def _is_addressee(request: Request, invitation: Any) -> bool:
    return request.actor is not None and invitation.person_id == request.actor.person_id


def _state_of(invitation: Any) -> dict[str, object]:
    return {"state": queries.shown_state(invitation)}
