"""Reactivate a person who left: the same account, and what it had as far as that is still allowed."""

from django.db import transaction

from keyhouse.domain.administration import queries as administration
from keyhouse.domain.deprovisioning import rules
from keyhouse.domain.email_domains import queries as email_domains
from keyhouse.domain.group_membership.actions.refresh_person import refresh_person
from keyhouse.domain.groups import actions as groups
from keyhouse.domain.migration import actions as migration
from keyhouse.domain.people import actions as people
from keyhouse.domain.people import queries
from keyhouse.domain.people.errors import WrongState
from keyhouse.domain.people.models import Person, PersonState
from keyhouse.domain.portfolios import actions as portfolios
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def reactivate_person(*, by: Actor, person: Person) -> Person:
    """Bring a deactivated account back: portfolios and groups return, sessions and links must be made anew.

    Admin roles, places in groups that carry one, and full control wait for `confirm_access`. An account that was never
    activated is invited, or only added where its domain isn't verified.
    Raises NotAllowed, WrongState, OnHold, AddressMoved, TooLate.
    """
    authorize(by, Permission.ACCOUNT_CHANGE, on=queries.facts_of_person(person))

    person = queries.locked(person)
    if person.state != PersonState.DEACTIVATED:
        raise WrongState(name=person.name, state=person.state)
    if reason := rules.why_not_back(person, by):
        raise reason

    step = by.within(Permission.PERSON_STATE_CHANGE, person)
    people.set_state(by=step, person=person, state=_state_of_return(person), reason=by.name)
    if person.hold or person.remembered_active is not None:
        people.set_hold(by=step, person=person, hold=False, remembered=None)
    portfolios.restore_memberships(by=by.within(Permission.MEMBERSHIPS_CHANGE, person), person=person)
    carrying = administration.groups_with_roles(person.organization_id or 0)
    groups.resume_places(by=by.within(Permission.GROUPS_CHANGE, person), person=person, but=carrying)
    refresh_person(by=by.within(Permission.GROUPS_CHANGE, person), person=person)
    migration.resume_migration(by=by.within(Permission.MIGRATION_CHANGE, person), person=person)

    return person


def _state_of_return(person: Person) -> PersonState:
    if person.was_activated:
        return PersonState.ACTIVE
    verified = email_domains.is_verified(person.organization_id or 0, person.domain)
    return PersonState.INVITED if verified else PersonState.ADDED
