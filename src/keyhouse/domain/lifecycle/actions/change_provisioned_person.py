"""Change a person as the connection that manages her wants it: profile, address, sign-in method, active."""

import dataclasses

from django.db import transaction

from keyhouse.domain.administration import queries as administrators
from keyhouse.domain.connections.models import Connection
from keyhouse.domain.deprovisioning.actions.change_active import change_active
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

    person = persons.locked(person)
    if incoming.address.typed != person.email and (reason := queries.why_no_address(connection, person, incoming)):
        raise reason
    method = incoming.method or SignInMethod(person.sign_in_method)
    if method != person.sign_in_method and (reason := administrators.why_not_method(person, method)):
        raise reason

    step = by.within(Permission.PERSON_CHANGE, person)
    manager = queries.manager_named(connection, incoming.manager)
    profile = dataclasses.replace(incoming.profile, manager_id=manager.id if manager else None)
    changed = list(people.change_profile(by=step, person=person, profile=profile))
    if incoming.address.typed != person.email:
        _change_address(by, person, incoming)
        changed.append("email")
    if people.change_external_id(by=step, person=person, value=incoming.external_id):
        changed.append("external_id")
    if people.set_sign_in_method(by=step, person=person, method=method):
        changed.append("sign_in_method")
    if incoming.invited and person.state == PersonState.ADDED and queries.may_be_invited(person):
        invite = by.within(Permission.PERSON_STATE_CHANGE, person)
        people.set_state(by=invite, person=person, state=PersonState.INVITED)
        changed.append("invited")
    if incoming.active is None:
        return person
    return change_active(by=by, person=person, active=incoming.active, alone=not changed)


def _change_address(by: Actor, person: Person, incoming: Incoming) -> None:
    moved = incoming.address.folded != person.email_folded
    people.change_address(by=by.within(Permission.PERSON_CHANGE, person), person=person, address=incoming.address)
    if moved:
        sign_in.revoke_tokens(by=by.within(Permission.TOKENS_REVOKE, person), person=person)
