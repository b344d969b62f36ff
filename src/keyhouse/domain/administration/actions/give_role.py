"""Give a person or a group a role that comes from a people preset or an external relationship: a step."""

import datetime as dt

from django.db import transaction

from keyhouse.domain.administration import queries
from keyhouse.domain.administration.events import given
from keyhouse.domain.administration.models import Role, RoleHolder, Source
from keyhouse.domain.groups.models import PersonGroup
from keyhouse.domain.people.models import Person
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Facts, Permission, authorize


@transaction.atomic
def give_role(
    *,
    by: Actor,
    role: Role,
    subject: Person | PersonGroup,
    source: Source,
    source_id: int,
    until: dt.datetime | None = None,
) -> RoleHolder:
    """Give a role from this preset or relationship, or change until when; what is held so already stays.

    A guest of another organization gets it here. Raises NotAllowed, RoleNeedsVerifiedDomain.
    """
    authorize(by, Permission.ROLES_CHANGE, on=Facts(organization_id=role.organization_id, person_id=subject.id))

    person = subject if isinstance(subject, Person) else None
    own = person is not None and person.organization_id == role.organization_id
    if person is not None and own and (broken := queries.why_not_address(person, role.organization_id)):
        raise broken

    rows = RoleHolder.objects.of(role.organization_id)
    named = {"person": person} if person else {"group": subject}
    holder, is_new = rows.get_or_create(
        role=role, **named, source=source, source_id=source_id,
        defaults={"organization_id": role.organization_id, "until": until, "given_by_id": by.person_id,
                  "given_at": clock.now()},
    )  # fmt: skip
    if not is_new and holder.until != until:
        rows.filter(id=holder.id).update(until=until, reminded_at=None)
    if not is_new:
        return holder

    record(given(role.name, subject), by=by, on=subject, organization_id=role.organization_id)
    return holder
