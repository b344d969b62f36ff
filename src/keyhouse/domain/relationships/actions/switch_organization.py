"""Switch to another organization as its guest, or back to one's own."""

from django.db import transaction

from keyhouse.domain.people.models import Person
from keyhouse.domain.people.queries import facts_of_person
from keyhouse.domain.relationships import queries, rules
from keyhouse.domain.relationships.events import OrganizationEntered, OrganizationLeft
from keyhouse.domain.relationships.models import Guest
from keyhouse.domain.sign_in.errors import SessionNotFound
from keyhouse.domain.sign_in.models import Session
from keyhouse.domain.sign_in.queries import NewSession
from keyhouse.foundation import clock, secrets
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def switch_organization(*, by: Actor, person: Person, relationship_id: int | None) -> NewSession:
    """Let this browser act in the host of a relationship, or for None in her own organization again.

    The session gets a new identifier; the cookie of before opens nothing. Raises NotAllowed, SessionNotFound,
    NoPlaceThere, StrongerSignInForHost.
    """
    authorize(by, Permission.ORGANIZATION_ENTER, on=facts_of_person(person))

    session = Session.objects.of(person.organization_id or 0).filter(id=by.session_id, person=person).first()
    if session is None or session.until <= clock.now():
        raise SessionNotFound()
    left = queries.entered(person, session.relationship_id)
    going = queries.place_to_enter(person, relationship_id, by.strength) if relationship_id is not None else None

    handle = secrets.new_handle()
    session.secret_hash, session.relationship_id = handle.hash, relationship_id
    session.save(update_fields=["secret_hash", "relationship_id"])

    for place, kind in ((left, OrganizationLeft), (going, OrganizationEntered)):
        if place is not None:
            _in_both_logs(by, place, kind)
    return NewSession(secret=handle.text, until=session.until)


def _in_both_logs(by: Actor, place: Guest, kind: type[OrganizationEntered] | type[OrganizationLeft]) -> None:
    host, home = place.relationship.organization, place.relationship.partner_organization
    event = kind(email=place.person.email, host=host.name, guest=home.name)
    for own in (host, home):
        own_actor = rules.herself_at(by, own.id)
        record(event, by=own_actor, on=place if own is host else place.person, organization_id=own.id)
