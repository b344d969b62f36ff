"""Remove a product, and with it everybody's access to it."""

from django.db import transaction

from keyhouse.domain.products import queries
from keyhouse.domain.products.errors import BuiltInProduct, NotTheName
from keyhouse.domain.products.events import ProductRemoved
from keyhouse.domain.products.models import Product
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def remove_product(*, by: Actor, product: Product, typed: str) -> None:
    """Take a product out of the organization; presets stop giving it. Raises NotAllowed, BuiltInProduct, NotTheName."""
    authorize(by, Permission.PRODUCTS_MANAGE, on=facts_of(product.organization_id))

    product = queries.locked(product)
    if product.is_built_in:
        raise BuiltInProduct(product=product.name)
    if " ".join(typed.split()).casefold() != product.name_folded:
        raise NotTheName(product=product.name, typed=typed)

    people = queries.number_of_people(product)
    record(ProductRemoved(product=product.name, people=people), by=by, on=product)
    product.delete()
