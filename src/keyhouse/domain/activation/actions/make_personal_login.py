"""Make a personal login by accepting an invitation that allows one."""

from django.db import transaction

from keyhouse.domain.activation import errors
from keyhouse.domain.activation.rules import AGE, Activated, Chosen, age_on
from keyhouse.domain.credentials import actions as credentials
from keyhouse.domain.invitations import queries as invitations
from keyhouse.domain.invitations import rules as invited
from keyhouse.domain.invitations.errors import InvitationOver
from keyhouse.domain.invitations.models import Invitation
from keyhouse.domain.lifecycle import actions as lifecycle
from keyhouse.domain.people import actions as people
from keyhouse.domain.people import queries as persons
from keyhouse.domain.people import rules as accounts
from keyhouse.domain.people.models import PersonKind, PersonState
from keyhouse.domain.sign_in import actions as sign_in
from keyhouse.foundation import addresses, clock
from keyhouse.foundation.errors import Refused
from keyhouse.foundation.permissions import Actor, Permission, Strength, authorize


@transaction.atomic
def make_personal_login(*, by: Actor, invitation: Invitation, name: str, chosen: Chosen) -> Activated:
    """Make the login of the invited address, which belongs to its owner, sign her in, and accept the invitation.

    Raises NotAllowed, InvitationOver, LoginExists, TooYoung.
    """
    authorize(by, Permission.INVITATION_ACCEPT, on=invitations.facts_for(invitation))

    found = invitations.locked(invitation.portfolio, invitation.id)
    if invited.is_over(found, clock.now()):
        raise InvitationOver(portfolio=found.portfolio.name, state=invitations.shown_state(found))
    if found.kind != PersonKind.PERSONAL or persons.holder_of(found.email_folded, PersonKind.PERSONAL) is not None:
        raise errors.LoginExists(email=found.email)
    if age_on(chosen.born, clock.now().date()) < AGE:
        raise errors.TooYoung(years=AGE)

    profile = accounts.Profile(display_name=name.strip())
    account, address = accounts.Account(state=PersonState.ACTIVE), addresses.address(found.email)
    person = accounts.draft(organization_id=None, address=address, profile=profile, account=account)
    person.activated_at = person.made_at
    people.create_person(by=by.within(Permission.PERSON_CREATE, person), person=person)
    within = by.within(Permission.CREDENTIALS_CHANGE, person)
    credentials.set_password(by=within, person=person, password=chosen.password)
    within = by.within(Permission.SESSION_START, person)
    session, cookie = sign_in.start_session(by=within, person=person, method="password", strength=Strength.PASSWORD)
    others = Invitation.objects.everywhere(reason="an address is invited in several organizations")
    others.filter(email_folded=found.email_folded, kind=PersonKind.PERSONAL, person=None).update(person=person)
    accepted = lifecycle.accept_invitation(by=by, invitation=found)
    refused = accepted if isinstance(accepted, Refused) else None
    return Activated(person=person, session=cookie, until=session.until, refused=refused)
