"""Change a person as the connection that manages her wants it: profile, address, sign-in method, active."""

import dataclasses

from django.db import transaction

from keyhouse.domain.connections.models import Connection
from keyhouse.domain.deprovisioning.actions.change_active import change_active
from keyhouse.domain.group_membership.actions.refresh_person import refresh_person
from keyhouse.domain.lifecycle import queries
from keyhouse.domain.lifecycle.rules import Incoming
from keyhouse.domain.people import actions as people
from keyhouse.domain.people import queries as persons
from keyhouse.domain.people.models import Person, PersonState, SignInMethod
from keyhouse.domain.sign_in import actions as sign_in
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def change_provisioned_person(*, by: Actor, connection: Connection, person: Person, incoming: Incoming) -> Person:
    """Make a person what her connection says; what it did not say stays, and a request without effect changes nothing.

    Raises NotAllowed, ForeignDomain, AddressTaken, AddressElsewhere, ExternalIdTaken, TooLong, OnHold, TooLate,
    LastSystemAdmin, LastBreakGlass.
    """
    authorize(by, Permission.ACCOUNT_CHANGE, on=persons.facts_of_person(person))

    incoming = queries.as_of_today(connection, incoming)
    person = persons.locked(person)
    if reason := queries.why_not_so(connection, person, incoming):
        raise reason

    changed = _apply(by, connection, person, incoming)
    if incoming.invited and person.state == PersonState.ADDED and queries.may_be_invited(person):
        step = by.within(Permission.PERSON_STATE_CHANGE, person)
        people.set_state(by=step, person=person, state=PersonState.INVITED)
        changed = True
    if changed:
        refresh_person(by=by.within(Permission.GROUPS_CHANGE, person), person=person)

    if incoming.active is None:
        return person
    return change_active(by=by, person=person, active=incoming.active, alone=not changed)


def _apply(by: Actor, connection: Connection, person: Person, incoming: Incoming) -> bool:
    """Change what differs; answers whether anything did."""
    step, before = by.within(Permission.PERSON_CHANGE, person), person.email_folded
    manager = queries.manager_named(connection, incoming.manager)
    profile = dataclasses.replace(incoming.profile, manager_id=manager.id if manager else None)
    changed = bool(people.change_profile(by=step, person=person, profile=profile))
    if incoming.address.typed != person.email:
        people.change_address(by=step, person=person, address=incoming.address)
        changed = True
    if incoming.address.folded != before:
        sign_in.revoke_tokens(by=by.within(Permission.TOKENS_REVOKE, person), person=person)
    changed |= people.change_external_id(by=step, person=person, value=incoming.external_id)
    method = incoming.method or SignInMethod(person.sign_in_method)
    return people.set_sign_in_method(by=step, person=person, method=method) or changed
