"""Renewing the proof of a domain from its mailbox: the address changes nothing until its button is pressed."""

from keyhouse import ui
from keyhouse.domain.email_domains import actions, queries
from keyhouse.domain.email_domains.errors import DomainLinkOver, VerifiedElsewhere
from keyhouse.domain.email_domains.queries import LinkPurpose
from keyhouse.foundation import secrets
from keyhouse.ui import Request, Response
from keyhouse.ui.visitors import visitor_of


def index(request: Request, secret: str) -> Response:
    """Ask whether the organization still controls the domain, and renew the proof when the button is pressed."""
    try:
        link = queries.link_of(secret, LinkPurpose.RENEWAL)
        if request.method == "POST":
            by = visitor_of(request, link=secrets.hash_of(secret))
            domain = actions.renew_email_domain(by=by, link=link)
            return ui.render(request, "domain_renewal/done", domain=domain, organization=link.organization)
    except (DomainLinkOver, VerifiedElsewhere) as reason:
        return ui.render(request, "domain_renewal/over", status=410, reason=reason)
    return ui.render(request, "domain_renewal/ask", domain=link.domain, organization=link.organization)
