"""Where it is mended that an address couldn't be added."""

from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from keyhouse.domain.invitations.rules import Code
from keyhouse.domain.lifecycle.rules import Failed
from keyhouse.domain.portfolios.queries import Portfolio
from keyhouse.foundation.permissions import Actor, Permission


def mend(by: Actor, portfolio: Portfolio, failed: Failed) -> tuple[str, str] | None:
    """The link that mends why an address couldn't be added: its label and address, for those who may follow it."""
    facts, code = failed.reason.facts, failed.reason.code
    domains, people = Permission.DOMAINS_MANAGE in by.permissions, Permission.PEOPLE_VIEW in by.permissions
    here = [portfolio.id]
    known: dict[Code, tuple[bool, str, str, list[Any]]] = {
        Code.DOMAIN_UNVERIFIED: (domains, _("Verify domain"), "admin_center:domain", [facts.get("domain_id")]),
        Code.DOMAIN_LAPSED: (domains, _("Fix domain"), "admin_center:domain", [facts.get("domain_id")]),
        Code.DOMAIN_UNKNOWN: (domains, _("Add domain"), "admin_center:domain_adding", []),
        Code.ALREADY_MEMBER: (True, _("Open person"), "business_manager:person", [*here, facts.get("person_id")]),
        Code.ALREADY_INVITED: (True, _("Resend"), "business_manager:person", [*here, facts.get("invitation_id")]),
        Code.DEACTIVATED: (people, _("Reactivate"), "admin_center:person", [facts.get("person_id")]),
        Code.SUSPENDED: (people, _("Open person"), "admin_center:person", [facts.get("person_id")]),
    }
    may, label, name, arguments = known.get(code, (False, "", "", []))
    try:
        return (label, reverse(name, args=arguments)) if may and None not in arguments else None
    except NoReverseMatch:
        return None
