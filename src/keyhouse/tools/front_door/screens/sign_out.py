"""Signing out: here at once, and then, where the identity provider wants to be told, there."""

from django.utils.translation import gettext as _

from keyhouse import ui
from keyhouse.domain.connections import queries as connections
from keyhouse.domain.connections import rules
from keyhouse.domain.people import queries as people
from keyhouse.domain.sign_in import actions, queries
from keyhouse.domain.sign_in.errors import SessionNotFound
from keyhouse.foundation import clock
from keyhouse.protocols.saml import keys, logout
from keyhouse.protocols.saml.messages import NameId
from keyhouse.ui import Request, Response, cookies
from keyhouse.ui.responses import see_other


def index(request: Request) -> Response:
    """Ask with a button; end the session of this browser when it is pressed."""
    if request.method != "POST":
        return ui.render(request, "sign_out") if request.actor else see_other("/sign-in")
    actor, there = request.actor, None
    if actor is not None and actor.session_id is not None:
        there = queries.provider_session(actor.home_organization_id, actor.session_id)
        try:
            person = people.person(actor.home_organization_id, actor.person_id)
            actions.end_sessions(by=actor, person=person, only=actor.session_id)
        except SessionNotFound:
            pass
    if there is None:
        response = see_other("/sign-in")
        ui.say(response, _("You're signed out."))
    else:
        address = _logout_address(there)
        response = ui.render(request, "signed_out", connection=there.connection.name, address=address)
    cookies.take_away(response, cookies.SESSION)
    return response


def _logout_address(there: queries.ProviderSession) -> str:
    """The identity provider's address with our signed request to end the session there."""
    return logout.request_url(
        url=there.connection.saml.logout_url,
        entity_id=rules.addresses_of(there.connection.id).entity_id,
        name_id=NameId(value=there.name, format=there.name_format),
        session_index=there.session_index or None,
        now=clock.now(),
        key=keys.read_private_key(connections.private_key(there.connection)),
    )
