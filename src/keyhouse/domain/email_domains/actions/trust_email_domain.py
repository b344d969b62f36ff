"""Trust a domain that can't be proved."""

from django.db import transaction

from keyhouse.domain.email_domains import queries
from keyhouse.domain.email_domains.errors import ReasonNeeded, TrustNeedsApproval
from keyhouse.domain.email_domains.events import DomainTrusted
from keyhouse.domain.email_domains.models import DomainLink, DomainState, EmailDomain, LinkPurpose
from keyhouse.domain.email_domains.rules import TRUST
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, ActorKind, Permission, authorize, facts_of


@transaction.atomic
def trust_email_domain(*, by: Actor, domain: EmailDomain, reason: str) -> EmailDomain:
    """Make a domain Trusted: its people may administer and be invited to portfolios, but nothing is proved.

    An administrator does it only with the approval that trust asks for, whatever the policy of approvals says.
    Raises NotAllowed, TrustNeedsApproval, ReasonNeeded.
    """
    authorize(by, Permission.DOMAINS_MANAGE, on=facts_of(domain.organization_id))

    domain = queries.locked(domain)
    if domain.is_verified:
        return domain
    if by.kind not in (ActorKind.OPERATOR, ActorKind.SYSTEM) and by.approved != TRUST:
        raise TrustNeedsApproval(name=domain.name)
    if not reason.strip():
        raise ReasonNeeded()

    domain.state, domain.trust_reason, domain.trust_asked_at = DomainState.TRUSTED, reason.strip()[:500], None
    domain.save(update_fields=["state", "trust_reason", "trust_asked_at"])
    DomainLink.objects.of(domain.organization_id).filter(domain=domain, purpose=LinkPurpose.TRUST).delete()

    record(DomainTrusted(domain=domain.name, reason=domain.trust_reason), by=by, on=domain)
    return domain
