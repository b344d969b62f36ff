"""The identity provider's answer: checked in the order of the specification, and kept for its browser."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from keyhouse.domain.connections import queries, rules
from keyhouse.domain.connections.rules import SignOnConnection
from keyhouse.domain.sign_in import actions
from keyhouse.domain.sign_in import queries as sign_in
from keyhouse.domain.sign_in.rules import Answer, Purpose
from keyhouse.endpoints.saml.door import certificates_of, explained, own_key, refused_page
from keyhouse.endpoints.saml.logout import slo
from keyhouse.foundation import clock
from keyhouse.foundation.errors import Refused
from keyhouse.protocols.saml import keys, responses
from keyhouse.protocols.saml.errors import Refusal
from keyhouse.protocols.saml.messages import SKEW, Envelope, Expectation, VerifiedAssertion
from keyhouse.ui.requests import Response
from keyhouse.ui.responses import see_other
from keyhouse.ui.visitors import visitor_of

READABLE = "readable"
AGAIN = Purpose.PROVE_AGAIN.value


@csrf_exempt
@require_POST
@explained
def acs(request: HttpRequest, connection: int) -> Response:
    """Take the form field SAMLResponse; a good answer goes on to finish, a bad one to a page with a support code.

    Messages of single logout that come here instead of to their own address are taken too.
    """
    if "SAMLRequest" in request.POST:
        return slo(request, connection)
    found = queries.sign_on_at_the_door(connection)
    try:
        answer = read_answer(found, responses.open_response(request.POST.get("SAMLResponse", "")))
    except Refusal as refusal:
        if refusal.facts.get("found") == "LogoutResponse":
            return see_other("/sign-in")
        answer = unreadable(refusal)
    kept = actions.keep_sign_on_answer(by=visitor_of(request), connection=found, answer=answer)
    if isinstance(kept, Refused):
        return refused_page(request, found, kept)
    return see_other(f"{reverse('saml:finish', args=[found.id])}?handle={kept}")


def unreadable(refusal: Refusal) -> Answer:
    """An answer that can't even be read."""
    line = {"check": READABLE, "passed": False, "sentence": str(refusal)}
    return Answer(checks=[line], refused=refusal.code, sentence=str(refusal))


def read_answer(connection: SignOnConnection, opened: Envelope) -> Answer:
    """Run every check on an answer; what comes out knows no protocol."""
    outcome = responses.examine(opened, expectation(connection, opened))
    checks: list[dict[str, Any]] = [{"check": READABLE, "passed": True, "sentence": ""}]
    checks += [{"check": line.check, "passed": line.passed, "sentence": line.sentence} for line in outcome.lines]
    received = _received(opened, outcome.assertion)
    if outcome.refusal is not None or outcome.assertion is None:
        code, sentence = (outcome.refusal.code, str(outcome.refusal)) if outcome.refusal else ("malformed", "")
        name = received.get("name", "")
        return Answer(checks=checks, received=received, refused=code, sentence=sentence, name=str(name))
    return _verified(outcome.assertion, checks, received, opened.in_response_to or "")


def expectation(connection: SignOnConnection, opened: Envelope) -> Expectation:
    """What an answer has to fit: the settings of its connection, and the request that it says it answers."""
    ours, setup = rules.addresses_of(connection.id), connection.saml
    request = sign_in.open_request(connection, opened.in_response_to or "")
    return Expectation(
        entity_id=ours.entity_id,
        acs_url=ours.acs_url,
        issuer=setup.issuer,
        certificates=certificates_of(connection),
        now=clock.now(),
        request_id=request.request_id if request else None,
        asked_again_at=request.made_at if request and (setup.ask_again or request.purpose == AGAIN) else None,
        keys=(own_key(connection),),
        require_encryption=setup.require_encryption,
        refuse_expired_certificates=setup.refuse_expired_certificates,
    )


def _verified(said: VerifiedAssertion, checks: list[dict[str, Any]], received: dict[str, Any], request: str) -> Answer:
    """A verified assertion as the domain takes it."""
    ends = [end for end in (said.not_on_or_after, *(one.not_on_or_after for one in said.bearers)) if end]
    return Answer(
        checks=checks,
        received=received,
        request_id=request,
        assertion_id=said.id[:256],
        issuer=said.issuer,
        name=said.name_id.value if said.name_id else "",
        name_format=said.name_id.format if said.name_id else "",
        session_index=(said.session_index or "")[:256],
        session_until=said.session_not_on_or_after.isoformat() if said.session_not_on_or_after else "",
        until=(max(ends) + SKEW).isoformat(),
        authenticated_at=max(said.authn_instants).isoformat() if said.authn_instants else "",
    )


def _received(opened: Envelope, said: VerifiedAssertion | None) -> dict[str, Any]:
    """What an administrator may read of a message; values of attributes are masked."""
    received: dict[str, Any] = {
        "destination": opened.destination,
        "in_response_to": opened.in_response_to,
        "issuer": said.issuer if said else opened.issuer,
        "status": opened.status.rpartition(":")[2],
    }
    if said is None:
        return received
    return received | {
        "name": said.name_id.value if said.name_id else "",
        "name_format": said.name_id.format.rpartition(":")[2] if said.name_id else "",
        "audiences": [audience for each in said.audience_restrictions for audience in each],
        "recipient": said.bearers[0].recipient if said.bearers else None,
        "not_before": said.not_before and said.not_before.isoformat(),
        "not_on_or_after": said.not_on_or_after and said.not_on_or_after.isoformat(),
        "certificate": keys.fingerprint(said.certificate) if said.certificate else "",
        "attributes": {name: [_masked(value) for value in values] for name, values in said.attributes.items()},
    }


def _masked(value: str) -> str:
    """The first letter and the length of a value."""
    return f"{value[:1]}{'•' * min(max(len(value) - 1, 0), 12)}"
