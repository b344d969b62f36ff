"""Give and take exactly what a guest holds by her relationship: a step of approving, changing and removing."""

from django.db import transaction

from keyhouse.domain.administration import actions as administration
from keyhouse.domain.administration.models import Source
from keyhouse.domain.products import actions as products
from keyhouse.domain.products.rules import Source as ProductSource
from keyhouse.domain.relationships import queries, rules
from keyhouse.domain.relationships.events import GuestAccessChanged
from keyhouse.domain.relationships.models import Guest
from keyhouse.domain.relationships.rules import Access
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def set_guest_access(*, by: Actor, guest: Guest, access: Access) -> bool:
    """Make this all that a guest holds by her relationship, until its end; answers whether anything changed.

    Raises NotAllowed.
    """
    authorize(by, Permission.GUEST_CHANGE, on=queries.facts_of_guest(by, guest))

    relationship, person = guest.relationship, guest.person
    now = queries.access_of(guest)
    if now == access:
        return False

    if now.external_system_admin != access.external_system_admin:
        change = administration.give_role if access.external_system_admin else administration.take_role
        until = {"until": relationship.until} if access.external_system_admin else {}
        change(
            by=by.within(Permission.ROLES_CHANGE, person), role=queries.external_role(relationship), subject=person,
            source=Source.RELATIONSHIP, source_id=relationship.id, **until,
        )  # fmt: skip
    named = relationship.partner_organization.name
    step = by.within(Permission.PRODUCT_ACCESS_CHANGE, person)
    for product in queries.products_among(relationship, {*now.products} ^ {*access.products}):
        deed = products.grant_access if product.id in access.products else products.withdraw_access
        deed(by=step, product=product, subject=person, source=ProductSource.RELATIONSHIP,
             source_id=relationship.id, named=named)  # fmt: skip

    held = ", ".join(queries.held_by(relationship, [person])[person.id].given) or "-"
    event = GuestAccessChanged(email=person.email, guest=named, held=held)
    host, home = relationship.organization, relationship.partner_organization
    record(event, by=rules.seen_at(by, host, home), on=guest, organization_id=host.id)
    return True
