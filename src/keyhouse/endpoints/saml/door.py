"""What every SAML address needs: who knocks, the keys of a connection, and pages for what is refused."""

from collections.abc import Callable
from functools import wraps

import structlog
from django.http import HttpRequest
from django.utils.translation import gettext as _

from keyhouse.domain.connections import queries as connections
from keyhouse.domain.connections.rules import SignOnConnection
from keyhouse.foundation.errors import BrokenRule, Refused
from keyhouse.protocols.saml import keys
from keyhouse.protocols.saml.errors import Refusal
from keyhouse.ui.refusals import explain
from keyhouse.ui.requests import Response
from keyhouse.ui.responses import draw

log = structlog.get_logger("keyhouse.refusals")
View = Callable[..., Response]


def explained(view: View) -> View:
    """Answer broken rules as pages, and a malformed message with its support page."""

    @wraps(view)
    def answer(request: HttpRequest, connection: int) -> Response:
        try:
            return view(request, connection)
        except BrokenRule as rule:
            return explain(request, rule)
        except Refusal as refusal:
            log.info("saml message refused", view=view.__name__, code=refusal.code, sentence=str(refusal))
            return draw(request, "saml/message_refused.html", status=400, reason=str(refusal), code=refusal.code)

    return answer


def certificates_of(connection: SignOnConnection) -> tuple[keys.Certificate, ...]:
    """The pinned certificates of the identity provider."""
    return tuple(keys.read_certificate(text) for text in connection.saml.certificates)


def own_key(connection: SignOnConnection) -> keys.PrivateKey:
    """Our own key for this connection."""
    return keys.read_private_key(connections.private_key(connection))


def refused_page(request: HttpRequest, connection: SignOnConnection, refused: Refused) -> Response:
    """One sentence and a support code; what failed stands in the administrator's list of attempts."""
    heading = _("You couldn't be signed in")
    return draw(
        request, "saml/refused.html", status=403, heading=heading, connection=connection.name,
        organization=connection.organization, support_code=refused.support_code,
    )  # fmt: skip
