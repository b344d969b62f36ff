"""Set up an organization."""

from django.db import transaction

from keyhouse.domain.organizations import queries, rules
from keyhouse.domain.organizations.errors import AlreadySetUp, NameNeeded, NameTaken
from keyhouse.domain.organizations.events import OrganizationCreated
from keyhouse.domain.organizations.models import Organization, SecuritySettings, SetUpLink
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, ActorKind, Permission, authorize


@transaction.atomic
def set_up_organization(*, by: Actor, name: str) -> Organization:
    """Make an organization: the operator may make several, a set-up link makes the first and is used up by it.

    Raises NotAllowed, NameNeeded, NameTaken, AlreadySetUp.
    """
    authorize(by, Permission.ORGANIZATION_SET_UP, on=queries.set_up_facts(by))

    if by.kind is not ActorKind.OPERATOR and queries.is_set_up():
        raise AlreadySetUp()
    if not rules.tidy(name):
        raise NameNeeded()
    if queries.named(name):
        raise NameTaken(name=rules.tidy(name))

    organization = Organization.objects.create(
        name=rules.tidy(name), name_folded=rules.tidy(name).casefold(), made_at=clock.now()
    )
    SecuritySettings.objects.of(organization).create()
    SetUpLink.objects.of_nobody().filter(handle_hash=by.link or None).update(used_at=clock.now())

    record(OrganizationCreated(organization=organization.name), by=by, on=organization)
    return organization
