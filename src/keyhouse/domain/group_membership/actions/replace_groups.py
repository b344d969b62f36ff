"""Set all static groups of a person at once, as a file of people does."""

from collections.abc import Iterable

from django.db import transaction

from keyhouse.domain.group_membership.actions.add_members import add_members
from keyhouse.domain.group_membership.actions.remove_members import remove_members
from keyhouse.domain.groups import queries as groups
from keyhouse.domain.groups.models import PersonGroup
from keyhouse.domain.people.models import Person
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def replace_groups(*, by: Actor, person: Person, into: Iterable[PersonGroup]) -> bool:
    """Put a person into these static groups and take her out of every other one; answers whether that changed anything.

    Dynamic and provisioned groups stay as they are. Raises what adding to and removing from a group does.
    """
    authorize(by, Permission.GROUPS_MANAGE, on=facts_of(person.organization_id))

    wanted = {group.id: group for group in into}
    there = {place.group_id: place.group for place in groups.places_of(person) if place.group.is_static}

    changed = False
    for group_id, group in sorted(wanted.items()):
        changed |= group_id not in there and bool(add_members(by=by, group=group, people=[person]))
    for group_id, group in sorted(there.items()):
        changed |= group_id not in wanted and bool(remove_members(by=by, group=group, people=[person]))
    return changed
