"""Delete a person who was never activated, or who has left."""

from django.db import transaction

from keyhouse.domain.administration import queries as administrators
from keyhouse.domain.deprovisioning.actions.end_guest_places import end_guest_places
from keyhouse.domain.deprovisioning.errors import DeactivateFirst
from keyhouse.domain.grants import actions as grants
from keyhouse.domain.group_membership.actions.refresh_person import refresh_person
from keyhouse.domain.invitations import actions as invitations
from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.people import actions as people
from keyhouse.domain.people import queries
from keyhouse.domain.people.models import Person, PersonState
from keyhouse.domain.portfolios import actions as portfolios
from keyhouse.foundation.permissions import Actor, Permission, authorize, require_fresh


@transaction.atomic
def delete_person(*, by: Actor, person: Person) -> None:
    """Erase an account with its memberships, grants and credentials; the audit log keeps its id.

    Raises NotAllowed, NeedsFreshSignIn, DeactivateFirst, LastSystemAdmin, LastBreakGlass.
    """
    authorize(by, Permission.ACCOUNT_CHANGE, on=queries.facts_of_person(person))
    if person.state == PersonState.DEACTIVATED:
        require_fresh(by, within=organizations.fresh_within(person.organization_id))

    if reason := administrators.why_not_without(person):
        raise reason
    person = queries.locked(person)
    if person.was_activated and person.state != PersonState.DEACTIVATED:
        raise DeactivateFirst(email=person.email, state=person.state)

    invitations.end_invitations(by=by.within(Permission.INVITATIONS_CHANGE, person), person=person)
    end_guest_places(by=by.within(Permission.GUEST_CHANGE, person), person=person)
    grants.erase_grants(by=by.within(Permission.GRANTS_CHANGE, person), person=person)
    portfolios.erase_memberships(by=by.within(Permission.MEMBERSHIPS_CHANGE, person), person=person)
    reports = queries.reports_of(person)
    people.erase_person(by=by.within(Permission.PERSON_STATE_CHANGE, person), person=person)
    for one in reports:  # whose manager is nobody now
        refresh_person(by=by.within(Permission.GROUPS_CHANGE, one), person=one)
