"""Revoke the links and own tokens of a person: a step of leaving."""

from django.db import transaction

from keyhouse.domain.credentials.models import PersonLink
from keyhouse.domain.people.models import Person
from keyhouse.domain.people.queries import facts_of_person
from keyhouse.domain.sign_in.events import LinksRevoked
from keyhouse.domain.sign_in.models import AccessToken, TokenKind
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def revoke_tokens(*, by: Actor, person: Person) -> int:
    """Delete the mailed and one-time links of a person and her own tokens for good; answers how many there were.

    Tokens of connections and system users that she made speak for others and survive. Raises NotAllowed.
    """
    authorize(by, Permission.TOKENS_REVOKE, on=facts_of_person(person))

    links = PersonLink.objects.of(person.organization_id) if person.organization_id else PersonLink.objects.of_nobody()
    revoked, _ = links.filter(person=person).delete()
    if person.organization_id is not None:
        tokens = AccessToken.objects.of(person.organization_id)
        revoked += tokens.filter(kind=TokenKind.PERSON, holder_id=person.id).delete()[0]
    if not revoked:
        return 0

    record(LinksRevoked(email=person.email, count=revoked), by=by, on=person)
    return revoked
