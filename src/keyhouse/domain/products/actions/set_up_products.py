"""Give an organization the products that are built in."""

from django.db import transaction

from keyhouse.domain.organizations.models import Organization
from keyhouse.domain.products import rules
from keyhouse.domain.products.events import ProductConnected
from keyhouse.domain.products.models import AccessMode, Product
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def set_up_products(*, by: Actor, organization: Organization) -> list[Product]:
    """Make Business Manager and Migration Center products of the organization, with default access. Raises NotAllowed.

    What is there already stays as it is.
    """
    authorize(by, Permission.ORGANIZATION_SET_UP, on=facts_of(organization.id))

    rows = Product.objects.of(organization)
    known = set(rows.exclude(code="").values_list("code", flat=True))

    made = []
    for code, label in rules.BUILT_IN.items():
        if code not in known:
            name = str(label)
            made.append(rows.create(code=code, name=name, name_folded=name.casefold(), connected_at=clock.now()))

    for one in made:
        record(ProductConnected(product=one.name, access=AccessMode.DEFAULT), by=by, on=one)
    return made
