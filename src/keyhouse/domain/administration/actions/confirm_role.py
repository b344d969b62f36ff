"""Give a sleeping role back to a person whose account was reactivated."""

from django.db import transaction

from keyhouse.domain.administration.errors import NoSuchRole, OwnRole, RoleNeedsUsableAccount
from keyhouse.domain.administration.events import RoleConfirmed
from keyhouse.domain.administration.models import RoleHolder
from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.people.models import PersonState
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of, require_fresh


@transaction.atomic
def confirm_role(*, by: Actor, holder: RoleHolder) -> None:
    """Wake a role that slept while the account was deactivated.

    Raises NotAllowed, NeedsFreshSignIn, OwnRole, RoleNeedsUsableAccount.
    """
    authorize(by, Permission.ASSIGN_ADMIN_ROLES, on=facts_of(holder.organization_id))
    require_fresh(by, within=organizations.fresh_within(holder.organization_id))

    person = holder.person
    if person is None:
        raise NoSuchRole()
    if by.person_id == person.id:
        raise OwnRole()
    if person.state not in (PersonState.ACTIVE, PersonState.INVITED):
        raise RoleNeedsUsableAccount(name=person.name, state=person.state)

    RoleHolder.objects.of(holder.organization_id).filter(id=holder.id).update(paused=False)

    record(RoleConfirmed(email=person.email, role=holder.role.name), by=by, on=person)
