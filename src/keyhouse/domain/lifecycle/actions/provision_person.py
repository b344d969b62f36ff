"""Provision a person: a connection creates an account, takes one over, or brings one back."""

from django.db import transaction

from keyhouse.domain.connections import queries as connections
from keyhouse.domain.connections.models import Connection
from keyhouse.domain.deprovisioning.actions.reactivate_person import reactivate_person
from keyhouse.domain.group_membership.actions.refresh_person import refresh_person
from keyhouse.domain.lifecycle import queries
from keyhouse.domain.lifecycle.actions.change_provisioned_person import change_provisioned_person
from keyhouse.domain.lifecycle.errors import UnverifiedDomain
from keyhouse.domain.lifecycle.rules import How, Incoming, Match
from keyhouse.domain.people import actions as people
from keyhouse.domain.people import rules
from keyhouse.domain.people.events import PersonInvited
from keyhouse.domain.people.models import Person, PersonState
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def provision_person(*, by: Actor, connection: Connection, incoming: Incoming) -> Person:
    """Give a connection the account it asks for, by the table of account matching.

    Raises NotAllowed, a Conflict that names what is in the way, UnverifiedDomain, TooLong.
    """
    authorize(by, Permission.ACCOUNTS_MANAGE, on=connections.facts_of_connection(connection))

    incoming = queries.as_of_today(connection, incoming)
    match = queries.match(connection, incoming)
    if match.how is How.NEW and connection.refuse_unverified_domains and not match.is_verified:
        raise UnverifiedDomain(domain=incoming.address.domain)

    if match.person is None:
        return _create(by, connection, incoming, match)
    if match.how is How.ADOPT or match.person.detached:
        step = by.within(Permission.PERSON_CHANGE, match.person)
        people.hand_to_connection(by=step, person=match.person, connection=connection)
    if match.how is How.RETURN and incoming.active is not False:
        reactivate_person(by=by, person=match.person)

    return change_provisioned_person(by=by, connection=connection, person=match.person, incoming=incoming)


def _create(by: Actor, connection: Connection, incoming: Incoming, match: Match) -> Person:
    invited = match.is_verified and (connection.send_invitations or incoming.invited)
    state = PersonState.INVITED if invited else PersonState.ADDED
    method = incoming.method or queries.default_method(connection.organization_id, incoming.address.domain)
    person = rules.draft(
        organization_id=connection.organization_id,
        address=incoming.address,
        profile=incoming.profile,
        account=rules.Account(
            state=PersonState.DEACTIVATED if incoming.active is False else state,
            method=method,
            managed_by_id=connection.id,
            holds_address=match.holds_address,
        ),
    )
    manager = queries.manager_named(connection, incoming.manager)
    person.manager_id = manager.id if manager else None
    step = by.within(Permission.PERSON_CREATE, person)
    people.create_person(by=step, person=person, external_id=incoming.external_id)
    refresh_person(by=by.within(Permission.GROUPS_CHANGE, person), person=person)
    if person.state == PersonState.INVITED:
        record(PersonInvited(email=person.email, before=PersonState.ADDED), by=by, on=person)
    return person
