"""Take back a bearer token, at once and for good."""

from django.db import transaction

from keyhouse.domain.sign_in import rules
from keyhouse.domain.sign_in.events import TokenRevoked
from keyhouse.domain.sign_in.models import AccessToken, TokenKind
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Facts, authorize


@transaction.atomic
def revoke_access_token(*, by: Actor, token: AccessToken) -> None:
    """Delete a token: the next request that shows it is refused. Raises NotAllowed."""
    facts = Facts(organization_id=token.organization_id, person_id=token.holder_id)
    authorize(by, rules.TOKEN_PERMISSION[TokenKind(token.kind)], on=facts)

    AccessToken.objects.of(token.organization_id).filter(id=token.id).delete()

    record(TokenRevoked(token=token.name), by=by, on=token)
