"""Change what a guest holds in the host organization."""

from django.db import transaction

from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.relationships import queries, rules
from keyhouse.domain.relationships.actions.set_guest_access import set_guest_access
from keyhouse.domain.relationships.errors import HoldingNotOffered, NotAGuest, RelationshipOver
from keyhouse.domain.relationships.models import Guest, GuestState
from keyhouse.domain.relationships.rules import Access, Holding
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of
from keyhouse.foundation.permissions.freshness import require_fresh


@transaction.atomic
def change_guest_access(*, by: Actor, guest: Guest, access: Access) -> bool:
    """Set what a guest holds here, within what the host's settings offer; answers whether anything changed.

    Only a System admin, signed in freshly, makes or unmakes an External system admin. Raises NotAllowed, NotAGuest,
    RelationshipOver, HoldingNotOffered, GuestNeedsVerifiedDomain, NoSuchProduct.
    """
    authorize(by, Permission.RELATIONSHIPS_MANAGE, on=queries.facts_of_hosting(guest))
    now = queries.access_of(guest)
    if now.external_system_admin != access.external_system_admin:
        authorize(by, Permission.ASSIGN_ADMIN_ROLES, on=facts_of(guest.organization_id))
        require_fresh(by, within=organizations.fresh_within(guest.organization_id))

    guest = queries.locked_guest(guest)
    host, home = guest.relationship.organization, guest.relationship.partner_organization
    if guest.state != GuestState.ACTIVE:
        raise NotAGuest(name=guest.person.name)
    if not queries.is_live(guest.relationship):
        raise RelationshipOver(host=host.name, guest=home.name)
    if missing := [one for one in access.holdings - now.holdings if not rules.offers(guest.relationship, one)]:
        raise HoldingNotOffered(holding=rules.words_of(missing))
    if Holding.EXTERNAL_SYSTEM_ADMIN in access.holdings - now.holdings:
        queries.ensure_good_domain(guest)
    queries.ensure_offered(guest.relationship, access)

    return set_guest_access(by=by.within(Permission.GUEST_CHANGE, guest.person), guest=guest, access=access)
