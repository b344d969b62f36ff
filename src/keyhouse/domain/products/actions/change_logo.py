"""Change the logo of a product."""

from django.db import transaction
from django.utils.translation import gettext as _

from keyhouse.domain.products import queries, rules
from keyhouse.domain.products.errors import BuiltInProduct
from keyhouse.domain.products.events import ProductEdited
from keyhouse.domain.products.models import Product, ProductLogo
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def change_logo(*, by: Actor, product: Product, logo: bytes) -> None:
    """Give a product a picture; an empty one takes it away. Raises NotAllowed, BuiltInProduct, WrongLogo."""
    authorize(by, Permission.PRODUCTS_MANAGE, on=facts_of(product.organization_id))

    product = queries.locked(product)
    if product.is_built_in:
        raise BuiltInProduct(product=product.name)
    media_type = rules.media_type_of(logo) if logo else ""

    logos = ProductLogo.objects.of(product.organization_id)
    logos.filter(product=product).delete()
    if logo:
        logos.create(product=product, content=logo, media_type=media_type)

    record(ProductEdited(product=product.name, changed=_("logo")), by=by, on=product)
