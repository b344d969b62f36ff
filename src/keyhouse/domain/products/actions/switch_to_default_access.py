"""Switch a product to default access: everyone with an account may use it."""

from django.db import transaction

from keyhouse.domain.products import queries
from keyhouse.domain.products.events import AccessModeChanged
from keyhouse.domain.products.models import AccessMode, Product
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def switch_to_default_access(*, by: Actor, product: Product) -> Product:
    """Open a product to everyone with an account; who was chosen stays on the list for a later switch.

    Raises NotAllowed.
    """
    authorize(by, Permission.PRODUCTS_MANAGE, on=facts_of(product.organization_id))

    product = queries.locked(product)
    if not product.is_custom:
        return product

    product.access = AccessMode.DEFAULT
    product.save(update_fields=["access"])

    people = queries.number_of_people(product)
    record(AccessModeChanged(product=product.name, access=AccessMode.DEFAULT, people=people), by=by, on=product)
    return product
