"""Switch a product to custom access: from then on only those who were chosen may use it."""

from collections.abc import Collection

from django.db import transaction

from keyhouse.domain.groups.models import PersonGroup
from keyhouse.domain.people.models import Person
from keyhouse.domain.products import queries
from keyhouse.domain.products.actions.give_access import give_access
from keyhouse.domain.products.events import AccessModeChanged
from keyhouse.domain.products.models import AccessMode, Product
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def switch_to_custom_access(*, by: Actor, product: Product, keep: Collection[Person | PersonGroup] = ()) -> Product:
    """Leave a product to those who keep it, beside those who had custom access before; everybody else loses it at once.

    Raises NotAllowed, NoAccountForProduct.
    """
    authorize(by, Permission.PRODUCTS_MANAGE, on=facts_of(product.organization_id))

    product = queries.locked(product)
    if product.is_custom:
        return product

    product.access = AccessMode.CUSTOM
    product.save(update_fields=["access"])
    for subject in keep:
        if queries.given_directly(product, subject) is None:
            give_access(by=by, product=product, subject=subject)

    people = queries.number_of_people(product)
    record(AccessModeChanged(product=product.name, access=AccessMode.CUSTOM, people=people), by=by, on=product)
    return product
