"""Choose the owners of a group, who may change who is in it without being administrators."""

from collections.abc import Iterable

from django.db import transaction

from keyhouse.domain.groups import queries as groups
from keyhouse.domain.groups.errors import NotInOrganization, OwnersAreForStaticGroups
from keyhouse.domain.groups.events import OwnersChosen
from keyhouse.domain.groups.models import GroupOwner, PersonGroup
from keyhouse.domain.people.models import Person, PersonKind
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def choose_owners(*, by: Actor, group: PersonGroup, people: Iterable[Person]) -> None:
    """Make these people the owners of a static group, and nobody else.

    What an owner may do stops where the group carries an admin role. Raises NotAllowed, NoSuchGroup,
    OwnersAreForStaticGroups, NotInOrganization.
    """
    authorize(by, Permission.GROUPS_MANAGE, on=facts_of(group.organization_id))

    group, chosen = groups.locked(group), {person.id: person for person in people}
    if not group.is_static:
        raise OwnersAreForStaticGroups(group=group.name)
    for person in chosen.values():
        if person.organization_id != group.organization_id or person.kind != PersonKind.WORK:
            raise NotInOrganization(name=person.name)

    rows = GroupOwner.objects.of(group.organization_id).filter(group=group)
    there = set(rows.values_list("person_id", flat=True))
    if there == set(chosen):
        return
    rows.exclude(person_id__in=chosen).delete()
    fresh = [GroupOwner(group=group, person=person) for person in chosen.values() if person.id not in there]
    GroupOwner.objects.of(group.organization_id).bulk_create(fresh)

    names = ", ".join(person.email for person in chosen.values()) or "–"
    record(OwnersChosen(group=group.name, owners=names), by=by, on=group)
