"""Set up an empty installation: the organization, its first System admin and its first domain."""

import dataclasses

from django.db import transaction
from django.utils.translation import gettext as _

from keyhouse.domain.administration import actions as administration
from keyhouse.domain.credentials import actions as credentials
from keyhouse.domain.email_domains import actions as email_domains
from keyhouse.domain.lifecycle.actions.add_person import add_person
from keyhouse.domain.lifecycle.rules import SetUp
from keyhouse.domain.organizations import actions as organizations
from keyhouse.domain.organizations import queries
from keyhouse.domain.people import actions as people
from keyhouse.domain.people.models import PersonState, SignInMethod
from keyhouse.domain.people.rules import Profile
from keyhouse.domain.products import actions as products
from keyhouse.foundation.permissions import Actor, Permission, authorize, operator_actor


@transaction.atomic
def set_up_installation(
    *, by: Actor, organization: str, email: str, domain: str, given_name: str = "", family_name: str = ""
) -> SetUp:
    """Make the first organization with its first System admin, who signs in by password, and trust its first domain.

    The set-up link speaks for the operator who printed it, so the steps after the first run in the operator's name.
    What comes back holds the secret of the admin's activation link, shown once. Raises NotAllowed, AlreadySetUp,
    NameNeeded, NameTaken, NotADomainName, PublicDomain, NotAnAddress, TooLong.
    """
    authorize(by, Permission.ORGANIZATION_SET_UP, on=queries.set_up_facts(by))

    made = organizations.set_up_organization(by=by, name=organization)
    operator = dataclasses.replace(operator_actor(made.id), ip=by.ip, device=by.device, correlation=by.correlation)
    claimed = email_domains.claim_email_domain(by=operator, organization=made, name=domain)
    founded = email_domains.trust_email_domain(by=operator, domain=claimed, reason=_("Named when Keyhouse was set up."))
    role = administration.set_up_roles(by=operator, organization=made)
    products.set_up_products(by=operator, organization=made)

    admin = add_person(
        by=operator, organization=made, email=email,
        profile=Profile(given_name=given_name, family_name=family_name),
        method=SignInMethod.PASSWORD,
    )  # fmt: skip
    administration.assign_role(by=operator, role=role, person=admin)
    if admin.state == PersonState.ADDED:
        people.set_state(by=operator, person=admin, state=PersonState.INVITED)
    link = credentials.create_activation_link(by=operator, person=admin)
    return SetUp(organization=made, domain=founded, admin=admin, activation_link=link)
