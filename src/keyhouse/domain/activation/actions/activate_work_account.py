"""Activate a work account by a link: password, second factor, state, first session, and the invitation it came with."""

from django.db import transaction

from keyhouse.domain.activation import queries
from keyhouse.domain.activation.rules import Activated, Chosen
from keyhouse.domain.credentials import actions as credentials
from keyhouse.domain.group_membership.actions.refresh_person import refresh_person
from keyhouse.domain.lifecycle import actions as lifecycle
from keyhouse.domain.people import actions as people
from keyhouse.domain.people import queries as persons
from keyhouse.domain.people.models import PersonState
from keyhouse.domain.sign_in import actions as sign_in
from keyhouse.foundation.errors import Refused
from keyhouse.foundation.permissions import Actor, Permission, Strength, authorize


@transaction.atomic
def activate_work_account(*, by: Actor, handle_hash: str, chosen: Chosen) -> Activated:
    """Make the account of a link active and start its first session; the link is used up.

    Raises NotAllowed, LinkNotFound, LinkUsed, LinkExpired, LinkReplaced, InvitationOver, AlreadyActive, NotToActivate,
    AddressStillElsewhere, ActivatesBySignOn, TooYoung, SecondFactorMissing, WrongCode.
    """
    entry = queries.entry(handle_hash)
    authorize(by, Permission.ACCOUNT_ACTIVATE, on=queries.facts_of_entry(entry))

    person = persons.locked(entry.person)
    entry = queries.entry(handle_hash)
    if reason := queries.why_no_activation(entry) or queries.why_not_chosen(person, chosen):
        raise reason

    within = by.within(Permission.CREDENTIALS_CHANGE, person)
    if entry.link is not None:
        credentials.use_link(by=by, link=entry.link)
    credentials.set_password(by=within, person=person, password=chosen.password)
    if app := chosen.app:
        within, codes = by.within(Permission.FACTORS_CHANGE, person), app.recovery_codes
        credentials.set_up_authenticator(by=within, person=person, secret=app.secret, code=app.code, codes=codes)
    people.set_state(by=by.within(Permission.PERSON_STATE_CHANGE, person), person=person, state=PersonState.ACTIVE)
    refresh_person(by=by.within(Permission.GROUPS_CHANGE, person), person=person)
    strength = Strength.TWO_FACTORS if chosen.app else Strength.PASSWORD
    within = by.within(Permission.SESSION_START, person)
    session, cookie = sign_in.start_session(by=within, person=person, method="password", strength=strength)
    refused = None
    if entry.invitation is not None:
        accepted = lifecycle.accept_invitation(by=by, invitation=entry.invitation)
        refused = accepted if isinstance(accepted, Refused) else None
    return Activated(person=person, session=cookie, until=session.until, refused=refused)
