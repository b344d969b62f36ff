"""A person's page: everything that concerns her, in five tabs, and her history."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from keyhouse import ui
from keyhouse.domain.administration import queries as administration
from keyhouse.domain.credentials import queries as credentials
from keyhouse.domain.email_domains import queries as email_domains
from keyhouse.domain.grants import queries as grants
from keyhouse.domain.groups import queries as groups
from keyhouse.domain.people import queries
from keyhouse.domain.people.rules import Person, PersonState, SignInMethod
from keyhouse.domain.portfolios import queries as portfolios
from keyhouse.domain.sign_in import queries as sign_in
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.permissions import Permission
from keyhouse.tools.admin_center.screens.people.filters import METHODS
from keyhouse.tools.admin_center.screens.people.receipts import receipts_of

FIELDS = {
    "given_name": _("First name"),
    "family_name": _("Last name"),
    "display_name": _("Display name"),
    "phone": _("Work phone"),
    "job_title": _("Job title"),
    "department": _("Department"),
    "division": _("Division"),
    "company": _("Organization"),
    "cost_center": _("Cost center"),
    "location": _("Location"),
    "employee_number": _("Employee number"),
    "locale": _("Locale"),
    "time_zone": _("Time zone"),
}
ALWAYS = ("given_name", "family_name", "job_title", "department", "phone")


def profile(request: ui.Request, person: ui.Id) -> ui.Response:
    """Profile: who she is, and where each fact comes from."""
    found = queries.person(request.actor, person)
    facts = [
        (label, getattr(found, name), _source(found, name))
        for name, label in FIELDS.items()
        if getattr(found, name) or name in ALWAYS
    ]
    history = audit.concerning(found.organization_id or 0, found.id, limit=6) if _sees_log(request) else []
    return _tab(request, "profile", found, facts=facts, history=history)


def access(request: ui.Request, person: ui.Id) -> ui.Response:
    """Access: roles and portfolios, each with where it comes from."""
    found = queries.person(request.actor, person)
    roles, everywhere = administration.roles_of(found), portfolios.portfolios_of(found.id)
    places = [place for place in everywhere if place.organization_id == found.organization_id]
    waiting = [holder.role.name for holder in roles if holder.paused]
    waiting += [str(_("the group {name}")).format(name=name) for name in groups.waiting_places_of(found)]
    waiting += [
        str(_("full control of {name}")).format(name=place.portfolio.name) for place in places if place.returns_to
    ]
    return _tab(
        request,
        "access",
        found,
        roles=roles,
        places=places,
        elsewhere=len(everywhere) - len(places),
        assets=[(place, held) for place in places for held in grants.summary(found, place.portfolio)],
        receipts=receipts_of(found),
        waits_for_confirmation=[] if found.state == PersonState.DEACTIVATED else waiting,
    )


def security(request: ui.Request, person: ui.Id) -> ui.Response:
    """Security: how she signs in, her factors and her sessions."""
    found = queries.person(request.actor, person)
    return _tab(
        request,
        "security",
        found,
        method=METHODS[SignInMethod(found.sign_in_method)],
        has_password=credentials.has_password(found),
        password_changed=credentials.password_changed_at(found),
        has_second_factor=credentials.has_second_factor(found),
        codes=credentials.recovery_codes_left(found),
        is_stopped=credentials.is_stopped(found),
        sessions=sign_in.sessions_of(found),
    )


def activity(request: ui.Request, person: ui.Id) -> ui.Response:
    """Activity: what she did and what was done to her account."""
    found = queries.person(request.actor, person)
    lines = audit.concerning(found.organization_id or 0, found.id, limit=200) if _sees_log(request) else []
    return _tab(request, "activity", found, lines=lines)


def provisioning(request: ui.Request, person: ui.Id) -> ui.Response:
    """Provisioning: which connection manages her, and what it last said."""
    found = queries.person(request.actor, person)
    return _tab(
        request,
        "provisioning",
        found,
        external_id=queries.external_id_of(found),
        attributes=sorted(found.scim.items()) if isinstance(found.scim, dict) else [],
    )


def _tab(request: ui.Request, name: str, person: Person, **context: Any) -> ui.Response:
    domain = email_domains.domain_of(person.email_folded, person.organization_id or 0)
    return ui.render(
        request,
        f"people/{name}",
        person=person,
        tab=name,
        domain=domain,
        is_verified=domain is not None and domain.is_verified,
        may_manage=_may(request, Permission.PEOPLE_MANAGE),
        may_reset=_may(request, Permission.TWO_FACTOR_MANAGE),
        may_unlock=_may(request, Permission.ALERTS_MANAGE),
        may_assign=_may(request, Permission.ASSIGN_ADMIN_ROLES),
        sees_log=_sees_log(request),
        is_gone=person.state == PersonState.DEACTIVATED,
        waits=person.state in (PersonState.ADDED, PersonState.INVITED),
        **context,
    )


def _source(person: Person, name: str) -> str:
    source = queries.source_of(person, name)
    return person.managed_by.name if source == "identity_provider" and person.managed_by else source


def _may(request: ui.Request, permission: Permission) -> bool:
    return permission in request.actor.permissions


def _sees_log(request: ui.Request) -> bool:
    return _may(request, Permission.LOGS_VIEW)
