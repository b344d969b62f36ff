"""Deactivate a person: in one transaction she can do nothing anywhere, and what she had is kept for her return."""

from django.db import transaction

from keyhouse.domain.administration import actions as administration
from keyhouse.domain.administration import queries as administrators
from keyhouse.domain.deprovisioning.actions.end_guest_places import end_guest_places
from keyhouse.domain.deprovisioning.models import Receipt
from keyhouse.domain.group_membership.actions.refresh_person import refresh_person
from keyhouse.domain.groups import actions as groups
from keyhouse.domain.invitations import actions as invitations
from keyhouse.domain.migration import actions as migration
from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.people import actions as people
from keyhouse.domain.people import queries
from keyhouse.domain.people.models import Person, PersonState
from keyhouse.domain.portfolios import actions as portfolios
from keyhouse.domain.sign_in import actions as sign_in
from keyhouse.foundation import clock
from keyhouse.foundation.permissions import Actor, ActorKind, Permission, authorize, require_fresh


@transaction.atomic
def deactivate_person(*, by: Actor, person: Person, cause: str = "") -> Person:
    """Deactivate an account: sessions, links, memberships, invitations, roles and groups end with it.

    An administrator who does it to an account that a connection manages holds it against the connection. A person who
    is deactivated already stays so. Raises NotAllowed, NeedsFreshSignIn, LastSystemAdmin, LastBreakGlass.
    """
    authorize(by, Permission.ACCOUNT_CHANGE, on=queries.facts_of_person(person))
    if administrators.holds_a_live_role(person):
        require_fresh(by, within=organizations.fresh_within(person.organization_id))

    if reason := administrators.why_not_without(person):
        raise reason
    person = queries.locked(person)
    if person.state == PersonState.DEACTIVATED:
        return person

    cause, step = cause or by.name, by.within(Permission.PERSON_STATE_CHANGE, person)
    event_id = people.set_state(by=step, person=person, state=PersonState.DEACTIVATED, reason=cause)
    ended = _end(by, person)
    refresh_person(by=by.within(Permission.GROUPS_CHANGE, person), person=person)
    holds = by.kind is not ActorKind.CONNECTION and person.managed_by_id is not None
    if holds or person.remembered_active is not None:
        people.set_hold(by=step, person=person, hold=holds, remembered=None)

    Receipt.objects.of(person.organization_id).create(
        person_id=person.id, cause=cause[:200], correlation=by.correlation, event_id=event_id, ended=ended,
        at=clock.now(),
    )  # fmt: skip
    return person


def _end(by: Actor, person: Person) -> dict[str, object]:
    places = by.within(Permission.MEMBERSHIPS_CHANGE, person)
    canceled, reviewed = invitations.end_invitations(by=by.within(Permission.INVITATIONS_CHANGE, person), person=person)
    return {
        "sessions": sign_in.end_sessions(by=by.within(Permission.SESSIONS_END, person), person=person),
        "links": sign_in.revoke_tokens(by=by.within(Permission.TOKENS_REVOKE, person), person=person),
        "portfolios": portfolios.deactivate_memberships(by=places, person=person),
        "invitations_canceled": canceled,
        "invitations_to_review": reviewed,
        "roles": administration.pause_roles(by=by.within(Permission.ROLES_CHANGE, person), person=person),
        "groups": groups.pause_places(by=by.within(Permission.GROUPS_CHANGE, person), person=person),
        "guest_places": end_guest_places(by=by.within(Permission.GUEST_CHANGE, person), person=person),
        "migrations": migration.halt_migration(by=by.within(Permission.MIGRATION_CHANGE, person), person=person),
    }
