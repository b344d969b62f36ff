"""Confirm by one's own mail that a domain is trusted."""

import dataclasses

from django.db import transaction

from keyhouse.domain.domain_ownership import queries
from keyhouse.domain.domain_ownership.errors import TrustNeedsApprovers, TrustNeedsSecondAdmin
from keyhouse.domain.email_domains import actions as email_domains
from keyhouse.domain.email_domains import queries as links
from keyhouse.domain.email_domains.errors import DomainLinkOver
from keyhouse.domain.email_domains.models import DomainLink, DomainState, EmailDomain
from keyhouse.domain.organizations.rules import Deed
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def confirm_trust(*, by: Actor, link: DomainLink) -> EmailDomain:
    """Trust a domain by the link that was mailed to the sole System admin, who is signed in and still the only one.

    Raises NotAllowed, DomainLinkOver, TrustNeedsApprovers, TrustNeedsSecondAdmin.
    """
    authorize(by, Permission.APPROVE_TRUSTED_DOMAIN, on=facts_of(link.organization_id))

    domain = links.locked(link.domain)
    links.ensure_good(link)
    if link.person_id != by.person_id or domain.state != DomainState.TRUST_PENDING:
        raise DomainLinkOver()
    route = queries.trust_route(by)
    if route != "mail":
        raise (TrustNeedsApprovers if route == "approval" else TrustNeedsSecondAdmin)(name=domain.name)

    confirmed = dataclasses.replace(by, approved=Deed.TRUST_DOMAIN)
    return email_domains.trust_email_domain(by=confirmed, domain=domain, reason=domain.trust_reason)
