"""Trust a domain that can't be proved."""

from django.db import transaction
from django.utils.translation import gettext as _

from keyhouse.domain.email_domains import queries
from keyhouse.domain.email_domains.errors import ReasonNeeded
from keyhouse.domain.email_domains.events import DomainTrusted
from keyhouse.domain.email_domains.models import DomainLink, DomainState, EmailDomain, LinkPurpose
from keyhouse.domain.organizations.queries import require_second_admin
from keyhouse.domain.organizations.rules import Change, Deed
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def trust_email_domain(*, by: Actor, domain: EmailDomain, reason: str) -> EmailDomain:
    """Make a domain Trusted: its people may administer and be invited to portfolios, but nothing is proved.

    An administrator does it only with the approval that trust asks for, whatever the policy of approvals says.
    Raises NotAllowed, ReasonNeeded, NeedsApproval.
    """
    authorize(by, Permission.DOMAINS_MANAGE, on=facts_of(domain.organization_id))

    domain = queries.locked(domain)
    if domain.is_verified:
        return domain
    if not reason.strip():
        raise ReasonNeeded()
    require_second_admin(
        by=by,
        deed=Deed.TRUST_DOMAIN,
        organization=domain.organization_id,
        arguments={"domain": str(domain.id), "reason": reason.strip()[:500]},
        summary=[Change(domain.name, _("Not verified"), _("Trusted"))],
    )

    domain.state, domain.trust_reason, domain.trust_asked_at = DomainState.TRUSTED, reason.strip()[:500], None
    domain.save(update_fields=["state", "trust_reason", "trust_asked_at"])
    DomainLink.objects.of(domain.organization_id).filter(domain=domain, purpose=LinkPurpose.TRUST).delete()

    record(DomainTrusted(domain=domain.name, reason=domain.trust_reason), by=by, on=domain)
    return domain
