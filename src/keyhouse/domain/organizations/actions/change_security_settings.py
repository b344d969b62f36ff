"""Change what an organization asks of passwords, sessions, dangerous actions and networks."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from keyhouse.domain.organizations import queries, rules
from keyhouse.domain.organizations.errors import NetworksExcludeYou, NotANetwork
from keyhouse.domain.organizations.events import SecuritySettingsChanged
from keyhouse.domain.organizations.models import SecuritySettings
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, ActorKind, Permission, authorize, facts_of, require_fresh


@transaction.atomic
def change_security_settings(*, by: Actor, wanted: Mapping[str, Any]) -> SecuritySettings:
    """Set the named settings of the actor's organization; the others stay as they are.

    Raises NotAllowed, NeedsFreshSignIn, NeedsApproval, OutOfRange, NotANetwork, NetworksExcludeYou.
    """
    authorize(by, Permission.SECURITY_SETTINGS_MANAGE, on=facts_of(by.organization_id))
    require_fresh(by, within=queries.fresh_within(by.organization_id))

    settings = queries.locked_security_settings(by.organization_id or 0)
    networks = rules.read_networks(wanted.get("admin_networks", settings.admin_networks))
    if isinstance(networks, NotANetwork):
        raise networks
    changes = rules.changed(settings, {**wanted, "admin_networks": networks}, rules.SECURITY)
    if broken := rules.why_not(changes) or _excludes(by, networks):
        raise broken
    if rules.weakens_approvals(changes):
        queries.require_second_admin(
            by=by, deed=rules.Deed.WEAKEN_APPROVALS, organization=settings.organization_id,
            arguments={"wanted": dict(wanted)}, summary=[one.line for one in changes],
        )  # fmt: skip

    for one in changes:
        setattr(settings, one.name, one.after)
    settings.save(update_fields=[one.name for one in changes])

    if changes:
        record(SecuritySettingsChanged(changes=[one.sentence for one in changes]), by=by)
    return settings


def _excludes(by: Actor, networks: list[str]) -> NetworksExcludeYou | None:
    """Whether an administrator would lock herself out."""
    is_out = by.kind is ActorKind.PERSON and not rules.is_inside(by.ip, networks)
    return NetworksExcludeYou(ip=by.ip or "?") if is_out else None
