"""Choose how a person signs in."""

from django.db import transaction

from keyhouse.domain.administration import queries
from keyhouse.domain.group_membership.actions.refresh_person import refresh_person
from keyhouse.domain.people import actions as people
from keyhouse.domain.people import queries as persons
from keyhouse.domain.people.models import Person, SignInMethod
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def choose_sign_in_method(*, by: Actor, person: Person, method: SignInMethod) -> bool:
    """Set the sign-in method of a person; answers whether that changed anything.

    One System admin who signs in with a password always remains. Raises NotAllowed, LastBreakGlass, LastSystemAdmin.
    """
    authorize(by, Permission.PEOPLE_MANAGE, on=persons.facts_of_person(person))

    if broken := queries.why_not_method(person, method):
        raise broken

    step = by.within(Permission.PERSON_CHANGE, person)
    changed = people.set_sign_in_method(by=step, person=person, method=method)
    refresh_person(by=by.within(Permission.GROUPS_CHANGE, person), person=person)
    return changed
