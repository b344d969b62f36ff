"""Let a person's dynamic groups follow what changed about her: a step of every process that changes a person."""

from django.db import transaction

from keyhouse.domain.group_membership import queries
from keyhouse.domain.groups import queries as groups
from keyhouse.domain.groups.events import GroupsFollowed
from keyhouse.domain.groups.models import GroupMember
from keyhouse.domain.people.models import Person, PersonState
from keyhouse.domain.people.queries import facts_of_person
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def refresh_person(*, by: Actor, person: Person) -> bool:
    """Compute anew in which dynamic groups a person is; answers whether that changed anything.

    The process that calls it has changed the person's row in the same transaction. Raises NotAllowed,
    LastSystemAdmin, LastBreakGlass.
    """
    authorize(by, Permission.GROUPS_CHANGE, on=facts_of_person(person))

    moves = groups.moves_of(person)
    if not moves.joined and not moves.left:
        return False

    named = groups.with_ids(person.organization_id or 0, (*moves.joined, *moves.left))
    rows = GroupMember.objects.of(person.organization_id)
    with queries.keeping_admins(named[one] for one in moves.left):
        rows.filter(person=person, group_id__in=moves.left).delete()
    paused = person.state == PersonState.DEACTIVATED
    rows.bulk_create(GroupMember(group_id=one, person=person, paused=paused) for one in moves.joined)

    joined, left = (", ".join(named[one].name for one in ids) or "none" for ids in (moves.joined, moves.left))
    record(GroupsFollowed(email=person.email, joined=joined, left=left), by=by, on=person)
    return True
