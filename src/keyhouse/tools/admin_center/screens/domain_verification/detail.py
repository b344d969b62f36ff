"""One domain: how it stands, what it allows, and what depends on it."""

from typing import Any

from django.utils.translation import gettext as _

from keyhouse import ui
from keyhouse.domain.domain_ownership import queries as ownership
from keyhouse.domain.email_domains import actions, queries, rules
from keyhouse.domain.lifecycle import actions as lifecycle
from keyhouse.foundation import clock
from keyhouse.foundation.errors import BrokenRule, NotFound
from keyhouse.foundation.permissions import Permission
from keyhouse.tools.admin_center.screens.domain_verification.words import USES, method_of

PAGE = "admin_center:domain"


def index(request: ui.Request, domain: ui.Id) -> ui.Response:
    """The page of a domain: its state and method, what this allows, and what the domain affects."""
    found, by = queries.domain(request.actor, domain), request.actor
    may_manage = Permission.DOMAINS_MANAGE in by.permissions
    context: dict[str, Any] = {
        "method": method_of(found),
        "effects": ownership.effects_of(by, found),
        "held": ownership.held_invitations(by, found),
        "uses": [(label, rules.allows(found, use)) for use, label in USES.items()],
        "days": rules.days_left(found, clock.now()),
        "awaits": not found.is_verified and rules.awaits_record(found, clock.now()),
        "asks": ownership.asked_for(by, found.name) if found.is_verified else [],
        "release": ownership.release_of(found),
        "is_contested": found.contested_at is not None and queries.owner_elsewhere(found) is not None,
        "may_include": found.is_verified and found.method == "dns",
        "sees_people": Permission.PEOPLE_VIEW in by.permissions,
    }
    return ui.render(request, "domain_verification/detail", domain=found, may_manage=may_manage, **context)


def subdomains(request: ui.Request, domain: ui.Id) -> ui.Response:
    """Include subdomains, or take them out again."""
    found = queries.domain(request.actor, domain)
    changed = actions.change_subdomains(by=request.actor, domain=found, include=not found.include_subdomains)
    said = _("Subdomains of {name} are included.") if changed.include_subdomains else _("{name} counts alone again.")
    return ui.done(request, PAGE, found.id, said=said.format(name=found.name))


def send_held(request: ui.Request, domain: ui.Id, held: ui.Id) -> ui.Response:
    """Send now: send one invitation that waited for this domain."""
    found = queries.domain(request.actor, domain)
    waiting = ownership.held_invitation(request.actor, found, held)
    if waiting is None:
        raise NotFound()
    try:
        lifecycle.send_held_invitation(by=request.actor, portfolio=waiting.portfolio, invitation_id=waiting.id)
    except BrokenRule as refused:
        return ui.done(request, PAGE, found.id, said=f"{refused} {refused.next_step}".strip(), tone="danger")
    return ui.done(request, PAGE, found.id, said=_("The invitation to {email} was sent.").format(email=waiting.email))
