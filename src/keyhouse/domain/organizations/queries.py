"""Questions about organizations."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from keyhouse.domain.organizations.errors import NeedsApproval, SetUpLinkOver
from keyhouse.domain.organizations.models import Organization, SecuritySettings, SetUpLink
from keyhouse.domain.organizations.rules import Change, Deed, needs_second_admin
from keyhouse.foundation import clock, secrets
from keyhouse.foundation.errors import NotFound
from keyhouse.foundation.permissions import Actor, ActorKind, Facts


def organization(identifier: int) -> Organization:
    """The organization with this id. Raises NotFound."""
    found = Organization.objects.filter(id=identifier).first()
    if found is None:
        raise NotFound()
    return found


def named(name: str) -> Organization | None:
    """The organization of this name, whatever its letter case."""
    return Organization.objects.filter(name_folded=name.strip().casefold()).first()


def locked(identifier: int) -> Organization:
    """The organization with its row locked until the transaction ends, as every last-administrator check needs it."""
    return Organization.objects.select_for_update().get(id=identifier)


def is_set_up() -> bool:
    """Whether the installation has an organization."""
    return Organization.objects.exists()


def set_up_link(secret: str) -> SetUpLink:
    """The set-up link with this secret that can still be used. Raises SetUpLinkOver."""
    found = _living_link(secrets.hash_of(secret))
    if found is None or is_set_up():
        raise SetUpLinkOver()
    return found


def set_up_facts(by: Actor) -> Facts:
    """The facts about the set-up: the link that the actor holds, as long as it can be used."""
    found = _living_link(by.link)
    return Facts(organization_id=None, link=found.handle_hash if found else "")


def _living_link(handle_hash: str) -> SetUpLink | None:
    return SetUpLink.objects.of_nobody().filter(handle_hash=handle_hash, used_at=None, until__gt=clock.now()).first()


def every_id() -> list[int]:
    """The ids of all organizations of the installation."""
    return list(Organization.objects.order_by("id").values_list("id", flat=True))


def security_settings(organization_id: int) -> SecuritySettings:
    """What this organization asks of sign-ins, sessions and dangerous actions."""
    found: SecuritySettings = SecuritySettings.objects.of(organization_id).get()
    return found


def locked_security_settings(organization_id: int) -> SecuritySettings:
    """The same, its row locked until the transaction ends."""
    found: SecuritySettings = SecuritySettings.objects.of(organization_id).select_for_update().get()
    return found


def fresh_within(organization_id: int | None) -> dt.timedelta:
    """How long ago somebody may have signed in for a dangerous action in this organization, or with her own login."""
    if organization_id is None:
        return dt.timedelta(minutes=SecuritySettings._meta.get_field("reauthentication_minutes").default)
    return dt.timedelta(minutes=security_settings(organization_id).reauthentication_minutes)


def require_second_admin(
    *,
    by: Actor,
    deed: Deed,
    organization: Organization | int,
    arguments: Mapping[str, Any],
    summary: Sequence[Change],
) -> None:
    """Refuse a deed that the policy of the organization leaves to two administrators, unless one approved it.

    `arguments` are plain ids and values by which the deed can be done later; ids are strings. Jobs, connections and
    the operator are no administrators, and need nobody. Raises NeedsApproval.
    """
    if by.kind not in (ActorKind.PERSON, ActorKind.INTEGRATION) or by.approved == deed:
        return
    own = organization if isinstance(organization, int) else organization.id
    if needs_second_admin(deed, security_settings(own)):
        raise NeedsApproval(deed=deed, label=deed.label, organization_id=own, arguments=arguments, summary=summary)
