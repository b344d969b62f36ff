"""End what a person was let into of other organizations: a step of leaving."""

from django.db import transaction

from keyhouse.domain.people.models import Person
from keyhouse.domain.people.queries import facts_of_person
from keyhouse.domain.relationships import actions as relationships
from keyhouse.domain.relationships import queries
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def end_guest_places(*, by: Actor, person: Person) -> list[str]:
    """End every place of a person as a guest; answers the names of the hosts. Raises NotAllowed."""
    authorize(by, Permission.GUEST_CHANGE, on=facts_of_person(person))

    places = queries.places_of(person)

    for guest in places:
        relationships.remove_guest(by=by.within(Permission.GUEST_CHANGE, person), guest=guest)
    return [guest.relationship.organization.name for guest in places]
