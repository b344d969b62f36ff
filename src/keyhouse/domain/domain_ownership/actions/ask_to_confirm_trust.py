"""Have a sole administrator confirm by her own mail that a domain is to be trusted."""

from django.db import transaction

from keyhouse.domain.domain_ownership import queries, rules
from keyhouse.domain.domain_ownership.errors import TrustNeedsApprovers, TrustNeedsSecondAdmin
from keyhouse.domain.domain_ownership.events import TrustMailed
from keyhouse.domain.email_domains import actions as email_domains
from keyhouse.domain.email_domains import rules as proofs
from keyhouse.domain.email_domains.models import DomainLink, EmailDomain, LinkPurpose
from keyhouse.foundation import clock, secrets
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def ask_to_confirm_trust(*, by: Actor, domain: EmailDomain, reason: str) -> EmailDomain:
    """Make a domain Waiting for approval, and mail the sole System admin a link of 24 hours that confirms it.

    Only while her role is younger than 90 days. Raises NotAllowed, TrustNeedsApprovers, TrustNeedsSecondAdmin and what
    asking for trust raises.
    """
    authorize(by, Permission.APPROVE_TRUSTED_DOMAIN, on=facts_of(domain.organization_id))

    route = queries.trust_route(by)
    if route == "approval":
        raise TrustNeedsApprovers(name=domain.name)
    if route == "second_admin":
        raise TrustNeedsSecondAdmin(name=domain.name)

    waiting = email_domains.ask_for_trust(by=by, domain=domain, reason=reason)
    now, handle = clock.now(), secrets.new_handle()
    links = DomainLink.objects.of(domain.organization_id)
    links.filter(domain=domain, purpose=LinkPurpose.TRUST).delete()
    link = links.create(
        domain=domain, purpose=LinkPurpose.TRUST, address=by.email, person_id=by.person_id, handle_hash=handle.hash,
        handle_encrypted=secrets.encrypt(proofs.LINK_SECRET, handle.text), made_at=now,
        until=now + rules.TRUST_LINK_LASTS,
    )  # fmt: skip

    record(TrustMailed(domain=domain.name, link=str(link.id)), by=by, on=domain)
    return waiting
