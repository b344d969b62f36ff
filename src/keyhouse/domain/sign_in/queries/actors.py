"""What somebody may do now who asked for something a while ago and whose session isn't at hand."""

from keyhouse.domain.administration import queries as administration
from keyhouse.domain.administration.rules import allowed_to_guests
from keyhouse.domain.connections.models import Connection
from keyhouse.domain.people.models import Person
from keyhouse.domain.sign_in.models import AccessToken
from keyhouse.domain.sign_in.rules.gate import why_not_usable
from keyhouse.foundation import clock
from keyhouse.foundation.permissions import Actor, ActorKind, Permission

NOTHING: frozenset[Permission] = frozenset()


def permissions_now(by: Actor) -> frozenset[Permission]:
    """The permissions of this actor at this moment; none when her account, connection or token is off.

    The command line and jobs need none. A person who entered another organization has only what she may do there.
    """
    if by.organization_id is None:
        return NOTHING
    if by.kind is ActorKind.PERSON:
        return _of_person(by)
    if by.kind in (ActorKind.INTEGRATION, ActorKind.CONNECTION):
        return _of_tokens(by.organization_id, by.id or 0)
    return NOTHING


def _of_person(by: Actor) -> frozenset[Permission]:
    home = by.home_organization_id or by.organization_id
    rows = Person.objects.of(home or 0).select_related("organization")
    person = rows.filter(id=by.person_id).first()
    if person is None or person.organization is None or why_not_usable(person, person.organization) is not None:
        return NOTHING
    if home == by.organization_id:
        return administration.permissions_of(person)
    given = administration.permissions_of(person, by.organization_id)
    return allowed_to_guests(given) if by.relationship_id is not None else NOTHING


def _of_tokens(organization_id: int, holder_id: int) -> frozenset[Permission]:
    """What the living tokens of a connection or integration allow, as long as it is on."""
    connection = Connection.objects.of(organization_id).filter(id=holder_id).first()
    if connection is None or not connection.is_on:
        return NOTHING
    now, tokens = clock.now(), AccessToken.objects.of(organization_id).filter(holder_id=holder_id)
    living = [token for token in tokens if token.until is None or token.until > now]
    return frozenset(one for one in Permission if any(one.value in token.permissions for token in living))
