"""Remove a domain from an organization."""

from django.db import transaction
from django.db.models import ProtectedError

from keyhouse.domain.email_domains.errors import DomainIsRouted
from keyhouse.domain.email_domains.events import DomainRemoved
from keyhouse.domain.email_domains.models import EmailDomain
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def remove_email_domain(*, by: Actor, domain: EmailDomain) -> None:
    """Remove a domain; its people stay, but their address is proved by nobody any more.

    Raises NotAllowed, and DomainIsRouted while a sign-on connection routes its people.
    """
    authorize(by, Permission.DOMAINS_MANAGE, on=facts_of(domain.organization_id))

    try:
        with transaction.atomic():
            EmailDomain.objects.of(domain.organization_id).filter(id=domain.id).delete()
    except ProtectedError as error:
        raise DomainIsRouted(name=domain.name) from error

    record(DomainRemoved(domain=domain.name), by=by, on=domain)
