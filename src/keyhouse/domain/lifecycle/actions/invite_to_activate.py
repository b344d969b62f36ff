"""Invite a person to activate her account, once more or for the first time."""

from django.db import transaction

from keyhouse.domain.credentials import actions as credentials
from keyhouse.domain.email_domains import queries as email_domains
from keyhouse.domain.group_membership.actions.refresh_person import refresh_person
from keyhouse.domain.lifecycle.errors import LinkNeedsVerifiedDomain
from keyhouse.domain.people import actions as people
from keyhouse.domain.people import queries
from keyhouse.domain.people.errors import WrongState
from keyhouse.domain.people.models import Person, PersonState
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def invite_to_activate(*, by: Actor, person: Person, mail: bool = True) -> str:
    """Make a new activation link, which ends the older ones, and mail it to her, or return its secret to be copied.

    Raises NotAllowed, WrongState, LinkNeedsVerifiedDomain.
    """
    authorize(by, Permission.PEOPLE_MANAGE, on=queries.facts_of_person(person))

    person = queries.locked(person)
    if person.state not in (PersonState.ADDED, PersonState.INVITED):
        raise WrongState(name=person.name, state=person.state)
    if not email_domains.is_verified(person.organization_id or 0, person.domain):
        raise LinkNeedsVerifiedDomain(domain=person.domain)

    if mail and person.state == PersonState.ADDED:  # the event of becoming Invited is what sends the first mail
        people.set_state(by=by.within(Permission.PERSON_STATE_CHANGE, person), person=person, state=PersonState.INVITED)
        refresh_person(by=by.within(Permission.GROUPS_CHANGE, person), person=person)
        return ""
    return credentials.create_activation_link(by=by.within(Permission.LINK_CREATE, person), person=person, mail=mail)
