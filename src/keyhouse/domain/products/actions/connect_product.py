"""Connect a product."""

from django.db import transaction

from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.organizations.models import Organization
from keyhouse.domain.products import queries, rules
from keyhouse.domain.products.errors import EntityIdTaken, ProductNameTaken
from keyhouse.domain.products.events import ProductConnected
from keyhouse.domain.products.models import AccessMode, Product, ProductLogo
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def connect_product(
    *,
    by: Actor,
    organization: Organization,
    details: rules.Details,
    access: AccessMode = AccessMode.DEFAULT,
    logo: bytes = b"",
) -> Product:
    """Make a product part of the organization, for everyone with an account or for nobody until people are chosen.

    Raises NotAllowed, ProductNameMissing, ProductNameTaken, RedirectAddressMissing, WrongRedirectAddress,
    EntityIdMissing, EntityIdTaken, WrongProductAddress, WrongLogo.
    """
    authorize(by, Permission.PRODUCTS_MANAGE, on=facts_of(organization.id))

    organizations.locked(organization.id)
    wanted = rules.checked(details)
    media_type = rules.media_type_of(logo) if logo else ""
    if queries.with_name(organization.id, wanted.name) is not None:
        raise ProductNameTaken(name=wanted.name)
    if (other := queries.with_entity_id(organization.id, str(wanted.values()["entity_id"]))) is not None:
        raise EntityIdTaken(product=other.name, entity_id=wanted.entity_id)

    product: Product = Product.objects.of(organization).create(
        access=access, connected_by_id=by.person_id, connected_at=clock.now(), **wanted.values()
    )
    if logo:
        ProductLogo.objects.of(organization).create(product=product, content=logo, media_type=media_type)

    record(ProductConnected(product=product.name, access=access), by=by, on=product)
    return product
