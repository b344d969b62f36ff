"""Change what an integration is called, what it may do, and from where."""

from collections.abc import Collection, Sequence

from django.db import transaction

from keyhouse.domain.connections import queries
from keyhouse.domain.connections.errors import ConnectionNameTaken, PermissionNotGivenHere
from keyhouse.domain.connections.events import IntegrationEdited
from keyhouse.domain.connections.models import Connection, ConnectionKind
from keyhouse.domain.connections.rules import integrations as rules
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def change_integration(
    *,
    by: Actor,
    integration: Connection,
    name: str,
    description: str,
    permissions: Collection[Permission],
    networks: Sequence[str],
) -> bool:
    """Give an integration these permissions and networks; its tokens open what both it and they allow, at once.

    Answers whether that changed anything. Raises NotAllowed, ConnectionNameTaken, PermissionNotGivenHere, WrongNetwork.
    """
    authorize(by, Permission.INTEGRATIONS_MANAGE, on=queries.facts_of_connection(integration))

    connections, name = Connection.objects.of(integration.organization_id), " ".join(name.split())[:100]
    others = connections.filter(kind=ConnectionKind.INTEGRATION, name__iexact=name).exclude(id=integration.id)
    if others.exists():
        raise ConnectionNameTaken(name=name)
    known = {*rules.grantable(by, reads_logs_only=integration.reads_logs_only), *integration.permissions}
    if beyond := next((one for one in permissions if one not in known), None):
        raise PermissionNotGivenHere(permission=beyond.sentence)

    wanted: dict[str, object] = {"name": name, "description": " ".join(description.split())[:500]}
    wanted |= {"permissions": sorted(one.value for one in permissions), "allowed_networks": rules.in_one_form(networks)}
    changed = {one: value for one, value in wanted.items() if value != getattr(integration, one)}
    if not changed:
        return False
    before = {one: str(getattr(integration, one)) for one in changed}
    for one, value in changed.items():
        setattr(integration, one, value)
    integration.save(update_fields=list(changed))

    after = {one: str(value) for one, value in changed.items()}
    words = ", ".join(one.replace("_", " ") for one in changed)
    record(IntegrationEdited(integration=name, fields=words, before=before, after=after), by=by, on=integration)
    return True
