"""Which products an organization has, and which of them a person may use."""

from django.db.models import QuerySet

from keyhouse.domain.people.models import Person
from keyhouse.domain.products.errors import NoSuchProduct
from keyhouse.domain.products.models import AccessMode, ProductLogo
from keyhouse.domain.products.models import Product as Product
from keyhouse.domain.products.queries.access import chosen_ids
from keyhouse.domain.products.rules.details import DEVICES
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


def _rows(organization_id: int | None) -> "QuerySet[Product]":
    rows: QuerySet[Product] = Product.objects.of(organization_id or 0)
    return rows.select_related("logo")


def products(by: Actor, *, search: str = "") -> list[Product]:
    """The products of the actor's organization by name, those that are built in first. Raises NotAllowed."""
    authorize(by, Permission.PRODUCTS_VIEW, on=facts_of(by.organization_id))
    found = _rows(by.organization_id).filter(name_folded__contains=search.strip().casefold())
    return sorted(found, key=lambda one: (not one.is_built_in, one.name_folded))


def product(by: Actor, identifier: int | None) -> Product:
    """The product of the actor's organization with this id. Raises NoSuchProduct."""
    found = _rows(by.organization_id).filter(id=identifier).first() if identifier else None
    if found is None:
        raise NoSuchProduct()
    return found


def locked(product: Product) -> Product:
    """The same product read anew, its row locked until the transaction ends. Raises NoSuchProduct."""
    rows = Product.objects.of(product.organization_id).select_for_update(of=("self",))
    found: Product | None = rows.filter(id=product.id).first()
    if found is None:
        raise NoSuchProduct()
    return found


def built_in(organization_id: int, code: str) -> Product | None:
    """The product with this code that came with an organization."""
    return _rows(organization_id).filter(code=code).first()


def with_name(organization_id: int, name: str) -> Product | None:
    """The product of an organization with this name, whatever its letter case."""
    return _rows(organization_id).filter(name_folded=name.casefold()).first()


def with_entity_id(organization_id: int, entity_id: str) -> Product | None:
    """The product of an organization that is known by this entity ID."""
    return _rows(organization_id).filter(entity_id=entity_id).first() if entity_id else None


def products_of(person: Person) -> list[Product]:
    """The products that a person may use, those that are built in first; a personal login has none."""
    if person.organization_id is None:
        return []
    rows = _rows(person.organization_id)
    hers = chosen_ids(person.organization_id, person.id)
    found = [one for one in rows if one.access == AccessMode.DEFAULT or one.id in hers]
    return sorted(found, key=lambda one: (not one.is_built_in, one.name_folded))


def logo(person: Person, identifier: int) -> ProductLogo:
    """The logo of a product of the person's organization. Raises NoSuchProduct."""
    rows = ProductLogo.objects.of(person.organization_id or 0)
    found: ProductLogo | None = rows.filter(product_id=identifier).first()
    if found is None:
        raise NoSuchProduct()
    return found


def has_devices(organization_id: int) -> bool:
    """Whether a product that manages devices is connected."""
    return any(DEVICES in one.capabilities for one in _rows(organization_id).exclude(capabilities=[]))
