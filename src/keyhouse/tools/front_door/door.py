"""Who is at the door: makes the one actor of a request out of the session's cookie."""

import dataclasses
from collections.abc import Callable, Sequence

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.functional import SimpleLazyObject

from keyhouse.domain.administration import queries as administration
from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.organizations.errors import AdminCenterElsewhere
from keyhouse.domain.organizations.rules import is_inside
from keyhouse.domain.people import queries as people
from keyhouse.domain.relationships import queries as relationships
from keyhouse.domain.sign_in import hot_sessions
from keyhouse.domain.sign_in.queries import LiveSession
from keyhouse.foundation import clock
from keyhouse.foundation.permissions import Actor, ActorKind, Permission
from keyhouse.ui import cookies
from keyhouse.ui.refusals import explain
from keyhouse.ui.visitors import browser_of, device_of, ip_of, know_again
from keyhouse.ui.whereabouts import NOWHERE, Whereabouts

ADMIN_CENTER = "/admin-center/"


class DoorMiddleware:
    """Gives every request its actor, or None when nobody is signed in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Look at the cookie once; a cookie that opens nothing is taken away."""
        secret = cookies.read(request, cookies.SESSION)
        live = hot_sessions.session(secret) if secret else None
        actor = actor_of(request, live) if live else None
        is_elsewhere = live is not None and actor is not None and not is_inside(actor.ip, networks_of(actor, live))
        if actor is not None and is_elsewhere:
            actor = dataclasses.replace(actor, permissions=frozenset())
        request.actor = actor  # type: ignore[attr-defined]  # ui.Request has it
        request.here = SimpleLazyObject(lambda: whereabouts_of(actor))  # type: ignore[attr-defined]
        closed = actor is not None and is_elsewhere and request.path.startswith(ADMIN_CENTER)
        response = refused(request, actor) if actor is not None and closed else self.get_response(request)
        name = cookies.full_name(cookies.SESSION)
        given = response.cookies.get(name)
        if given is not None and given.value:
            know_again(request, response)
        if secret and live is None and given is None:
            cookies.take_away(response, cookies.SESSION)
        return response


def networks_of(actor: Actor, live: LiveSession) -> Sequence[str]:
    """The networks from which the organization in which somebody acts opens Admin Center."""
    if actor.organization_id is None or actor.organization_id == live.organization_id:
        return live.admin_networks if live.is_administrator else ()
    networks: list[str] = organizations.security_settings(actor.organization_id).admin_networks
    return networks


def refused(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """Say that Admin Center opens from other networks."""
    name = organizations.organization(actor.organization_id or 0).name
    return explain(request, AdminCenterElsewhere(organization=name, ip=actor.ip or "?"))


def actor_of(request: HttpRequest, live: LiveSession) -> Actor:
    """The actor that a live session stands for: in her own organization, or in the one that she switched to.

    A place there that doesn't count any more leads back to her own. She acts in one organization at a time, with the
    permissions that she has in this one and no other.
    """
    hot_sessions.note_use(live)
    permissions: frozenset[Permission] = frozenset()
    entered = _place(live) if live.relationship_id is not None else None
    if entered is not None:
        permissions = entered.permissions
    elif live.is_administrator:
        permissions = administration.permissions_of(people.person(live.organization_id, live.person_id))
    return Actor(
        kind=ActorKind.PERSON,
        id=live.person_id,
        person_id=live.person_id,
        name=live.name,
        email=live.email,
        organization_id=entered.organization_id if entered else live.organization_id,
        home_organization_id=live.organization_id,
        relationship_id=entered.relationship_id if entered else None,
        strength=live.strength,
        permissions=permissions,
        session_id=live.id,
        proved_at=live.proved_at,
        ip=ip_of(request),
        device=device_of(request),
        browser=browser_of(request),
    )


def _place(live: LiveSession) -> relationships.Place | None:
    """The place as a guest that the session chose, while it counts and wasn't left unused for too long."""
    person = people.person(live.organization_id, live.person_id)
    found = relationships.place(person, live.relationship_id or 0, live.strength)
    if found is None or (found.idle is not None and live.last_used_at + found.idle <= clock.now()):
        return None
    return found


def whereabouts_of(actor: Actor | None) -> Whereabouts:
    """The organization that a page shows as open; a personal login is in none."""
    if actor is None or actor.home_organization_id is None:
        return NOWHERE
    home = organizations.organization(actor.home_organization_id).name
    if actor.relationship_id is not None:
        here = relationships.host_of(actor.relationship_id, actor.home_organization_id)
        return Whereabouts(organization=here or home, home=home, is_guest=True, may_switch=True)
    may_switch = relationships.has_places(actor.home_organization_id, actor.person_id or 0)
    return Whereabouts(organization=home, home=home, may_switch=may_switch)
