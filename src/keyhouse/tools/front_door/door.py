"""Who is at the door: makes the one actor of a request out of the session's cookie."""

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.functional import SimpleLazyObject

from keyhouse.domain.administration import queries as administration
from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.people import queries as people
from keyhouse.domain.relationships import queries as relationships
from keyhouse.domain.sign_in import hot_sessions
from keyhouse.domain.sign_in.queries import LiveSession
from keyhouse.foundation import clock
from keyhouse.foundation.permissions import Actor, ActorKind, Permission
from keyhouse.ui import cookies
from keyhouse.ui.visitors import device_of, ip_of
from keyhouse.ui.whereabouts import NOWHERE, Whereabouts


class DoorMiddleware:
    """Gives every request its actor, or None when nobody is signed in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Look at the cookie once; a cookie that opens nothing is taken away."""
        secret = cookies.read(request, cookies.SESSION)
        live = hot_sessions.session(secret) if secret else None
        request.actor = actor_of(request, live) if live else None  # type: ignore[attr-defined]  # ui.Request has it
        request.here = SimpleLazyObject(lambda: whereabouts_of(request.actor))  # type: ignore[attr-defined]
        response = self.get_response(request)
        name = cookies.full_name(cookies.SESSION)
        if secret and live is None and name not in response.cookies:
            cookies.take_away(response, cookies.SESSION)
        return response


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
