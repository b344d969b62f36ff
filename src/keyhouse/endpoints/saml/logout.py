"""Single logout: a signed request of the identity provider ends the sessions it names, and nothing else does."""

import dataclasses

from django.http import HttpRequest
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from keyhouse.domain.connections import queries, rules
from keyhouse.domain.connections.rules import SignOnConnection
from keyhouse.domain.sign_in import actions
from keyhouse.domain.sign_in import queries as sign_in
from keyhouse.domain.sign_in.rules import Subject, subject_key
from keyhouse.endpoints.saml.door import certificates_of, explained, own_key
from keyhouse.foundation import clock
from keyhouse.foundation.permissions import ActorKind, Permission
from keyhouse.protocols.saml import logout
from keyhouse.ui.requests import Response
from keyhouse.ui.responses import see_other
from keyhouse.ui.visitors import visitor_of


@csrf_exempt
@require_http_methods(["GET", "POST"])
@explained
def slo(request: HttpRequest, connection: int) -> Response:
    """Take a LogoutRequest by form or address; an answer to a request of ours just leads to the start page."""
    found = queries.sign_on_at_the_door(connection)
    if "SAMLRequest" not in (request.POST if request.method == "POST" else request.GET):
        return see_other("/sign-in")
    ours = rules.addresses_of(found.id)
    expected = logout.LogoutExpectation(
        addresses=(ours.logout_url, ours.acs_url),
        issuer=found.saml.issuer,
        certificates=certificates_of(found),
        now=clock.now(),
    )
    query, sent = request.META.get("QUERY_STRING", ""), request.POST if request.method == "POST" else request.GET
    if request.method == "POST":
        asked = logout.from_form(sent["SAMLRequest"], expected)
    else:
        asked = logout.from_address(query, sent["SAMLRequest"], expected)

    ended = _end(request, found, asked)
    if not found.saml.logout_url:
        return see_other("/sign-in")
    answer = logout.LogoutAnswer(
        url=found.saml.logout_url,
        entity_id=ours.entity_id,
        in_response_to=asked.id,
        complete=ended,
        now=clock.now(),
    )
    return see_other(logout.response_url(answer, sent.get("RelayState"), own_key(found)))


def _end(request: HttpRequest, connection: SignOnConnection, asked: logout.LogoutRequest) -> bool:
    """End the sessions that a verified request means; an unknown name ends none."""
    name = asked.name_id
    subject = Subject(issuer=connection.saml.issuer, name=name.value, key=subject_key(name.value, name.format))
    link = sign_in.link_of(connection, subject)
    if link is None:
        return True
    provider = dataclasses.replace(
        visitor_of(request), kind=ActorKind.CONNECTION, id=connection.id, name=connection.name,
        organization_id=connection.organization_id,
    )  # fmt: skip
    step = provider.within(Permission.SESSIONS_END, link.person)
    actions.end_sessions_at_provider(
        by=step, connection=connection, person=link.person, session_indexes=asked.session_indexes
    )
    return True
