"""Edit what is known about a connected product."""

from django.db import transaction

from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.products import queries, rules
from keyhouse.domain.products.errors import BuiltInProduct, EntityIdTaken, ProductNameTaken
from keyhouse.domain.products.events import ProductEdited
from keyhouse.domain.products.models import Product
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def edit_product(*, by: Actor, product: Product, details: rules.Details) -> Product:
    """Change the name, the sign-in or the addresses of a product.

    Raises NotAllowed, BuiltInProduct, ProductNameMissing, ProductNameTaken, RedirectAddressMissing,
    WrongRedirectAddress, EntityIdMissing, EntityIdTaken, WrongProductAddress.
    """
    authorize(by, Permission.PRODUCTS_MANAGE, on=facts_of(product.organization_id))

    organizations.locked(product.organization_id)
    product = queries.locked(product)
    if product.is_built_in:
        raise BuiltInProduct(product=product.name)
    wanted = rules.checked(details)
    other = queries.with_name(product.organization_id, wanted.name)
    if other is not None and other.id != product.id:
        raise ProductNameTaken(name=wanted.name)
    other = queries.with_entity_id(product.organization_id, str(wanted.values()["entity_id"]))
    if other is not None and other.id != product.id:
        raise EntityIdTaken(product=other.name, entity_id=wanted.entity_id)
    changed = rules.detail_names(rules.details_of(product), wanted)
    if not changed:
        return product

    for name, value in wanted.values().items():
        setattr(product, name, value)
    product.save(update_fields=list(wanted.values()))

    record(ProductEdited(product=product.name, changed=", ".join(changed)), by=by, on=product)
    return product
