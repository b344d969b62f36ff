"""Let the group memberships of a person count again: a step of coming back."""

from collections.abc import Collection

from django.db import transaction

from keyhouse.domain.groups.events import PlacesResumed
from keyhouse.domain.groups.models import GroupMember
from keyhouse.domain.people.models import Person
from keyhouse.domain.people.queries import facts_of_person
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def resume_places(*, by: Actor, person: Person, but: Collection[int] = ()) -> list[str]:
    """Let the suspended group memberships of a person count again, except in the groups `but`; answers the groups.

    Raises NotAllowed.
    """
    authorize(by, Permission.GROUPS_CHANGE, on=facts_of_person(person))

    places = GroupMember.objects.of(person.organization_id).filter(person=person, paused=True)
    places = places.exclude(group_id__in=but)
    names = list(places.order_by("id").values_list("group__name", flat=True))
    if not names:
        return []
    places.update(paused=False)

    record(PlacesResumed(email=person.email, groups=", ".join(names)), by=by, on=person)
    return names
