"""Confirm the admin roles and the full control of a person who came back."""

from django.db import transaction

from keyhouse.domain.administration import actions as administration
from keyhouse.domain.groups import actions as groups
from keyhouse.domain.people import queries
from keyhouse.domain.people.errors import WrongState
from keyhouse.domain.people.models import Person, PersonState
from keyhouse.domain.portfolios import actions as portfolios
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def confirm_access(*, by: Actor, person: Person) -> tuple[list[str], list[str]]:
    """Give a reactivated person her admin roles, places in groups that carry one, and full control back.

    Answers the roles and the portfolios. Raises NotAllowed, WrongState.
    """
    authorize(by, Permission.ASSIGN_ADMIN_ROLES, on=queries.facts_of_person(person))

    person = queries.locked(person)
    if person.state != PersonState.ACTIVE:
        raise WrongState(name=person.name, state=person.state)

    roles = administration.resume_roles(by=by.within(Permission.ROLES_CHANGE, person), person=person)
    groups.resume_places(by=by.within(Permission.GROUPS_CHANGE, person), person=person)
    full = portfolios.confirm_full_control(by=by.within(Permission.MEMBERSHIPS_CHANGE, person), person=person)

    return roles, full
