"""Add a person by hand: an administrator, a file or the command line gives somebody a work account."""

from django.db import transaction

from keyhouse.domain.email_domains import queries as email_domains
from keyhouse.domain.group_membership.actions.refresh_person import refresh_person
from keyhouse.domain.lifecycle import queries
from keyhouse.domain.organizations.models import Organization
from keyhouse.domain.people import actions as people
from keyhouse.domain.people import queries as persons
from keyhouse.domain.people import rules
from keyhouse.domain.people.errors import AddressElsewhere
from keyhouse.domain.people.events import PersonInvited
from keyhouse.domain.people.models import Person, PersonState, SignInMethod
from keyhouse.foundation import addresses
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def add_person(
    *,
    by: Actor,
    organization: Organization,
    email: str,
    profile: rules.Profile | None = None,
    method: SignInMethod | None = None,
    invite: bool = True,
) -> Person:
    """Give somebody a work account; on a verified domain she is invited at once unless `invite` is off.

    An address held in another organization is refused, except where the domain is verified here: then the account is
    made without holding the address. Without a method she signs in as the others of her domain do.
    Raises NotAllowed, NotAnAddress, AddressTaken, AddressElsewhere, TooLong.
    """
    authorize(by, Permission.PEOPLE_MANAGE, on=facts_of(organization.id))

    address = addresses.address(email)
    is_verified = email_domains.is_verified(organization.id, address.domain)
    elsewhere = persons.holder_of(address.folded)
    if elsewhere is not None and elsewhere.organization_id != organization.id and not is_verified:
        raise AddressElsewhere()

    invited = is_verified and invite
    person = rules.draft(
        organization_id=organization.id,
        address=address,
        profile=profile or rules.Profile(),
        account=rules.Account(
            state=PersonState.INVITED if invited else PersonState.ADDED,
            method=method or queries.default_method(organization.id, address.domain),
            holds_address=elsewhere is None,
        ),
    )
    people.create_person(by=by.within(Permission.PERSON_CREATE, person), person=person)
    refresh_person(by=by.within(Permission.GROUPS_CHANGE, person), person=person)

    if invited:
        record(PersonInvited(email=person.email, before=PersonState.ADDED), by=by, on=person)
    return person
