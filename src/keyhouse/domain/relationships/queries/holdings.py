"""What guests hold in the host organization by a relationship, and what the host has to give."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from django.db.models import QuerySet

from keyhouse.domain.administration.errors import NoSuchRole
from keyhouse.domain.administration.models import Role, RoleCode, RoleHolder, Source
from keyhouse.domain.partners.queries import partner_organizations
from keyhouse.domain.people.models import Person
from keyhouse.domain.portfolios.models import Membership, MembershipState, Portfolio
from keyhouse.domain.products.errors import NoSuchProduct
from keyhouse.domain.products.models import Product, ProductAccess
from keyhouse.domain.relationships.models import ExternalRelationship, Guest
from keyhouse.domain.relationships.rules import Access, Holding

OF_GUESTS = Source.RELATIONSHIP


@dataclass(frozen=True, kw_only=True)
class Held:
    """What a guest holds in the host organization, by its names."""

    roles: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    portfolios: tuple[str, ...] = ()

    @property
    def given(self) -> list[str]:
        """What the relationship gives itself."""
        return [*self.roles, *self.products]

    @property
    def names(self) -> list[str]:
        """All of it, with the portfolios that she is in."""
        return [*self.given, *self.portfolios]


def held_by(relationship: ExternalRelationship, people: Iterable[Person]) -> dict[int, Held]:
    """What these guests hold by a relationship, by person."""
    guests = {one.id: one for one in people}
    roles = _roles(relationship).filter(person_id__in=guests).order_by("role__name")
    products = _products(relationship).filter(person_id__in=guests).order_by("product__name_folded")
    named = {
        "roles": roles.values_list("person_id", "role__name"),
        "products": products.values_list("person_id", "product__name"),
    }
    found = {
        one: Held(**{kind: tuple(name for owner, name in pairs if owner == one) for kind, pairs in named.items()})
        for one in guests
    }
    places = {one: portfolios_by_relationship(relationship, person) for one, person in guests.items()}
    return {one: replace(held, portfolios=tuple(each.name for each in places[one])) for one, held in found.items()}


def _roles(relationship: ExternalRelationship) -> "QuerySet[RoleHolder]":
    rows = RoleHolder.objects.of(relationship.organization_id)
    return rows.filter(source=OF_GUESTS, source_id=relationship.id)


def _products(relationship: ExternalRelationship) -> "QuerySet[ProductAccess]":
    rows = ProductAccess.objects.of(relationship.organization_id)
    return rows.filter(source=OF_GUESTS.value, source_id=relationship.id)


def access_of(guest: Guest) -> Access:
    """What a guest holds by her relationship, as it is given."""
    products = _products(guest.relationship).filter(person_id=guest.person_id)
    return Access(
        external_system_admin=_roles(guest.relationship).filter(person_id=guest.person_id).exists(),
        products=tuple(sorted(products.values_list("product_id", flat=True))),
    )


def holdings_in_use(relationship: ExternalRelationship) -> set[Holding]:
    """The kinds of what guests of a relationship hold now."""
    used = {
        Holding.EXTERNAL_SYSTEM_ADMIN: _roles(relationship).exists(),
        Holding.PRODUCTS: _products(relationship).exists(),
    }
    return {holding for holding, is_used in used.items() if is_used}


def portfolios_by_relationship(relationship: ExternalRelationship, person: Person) -> list[Portfolio]:
    """The portfolios of the host that a person is in, except those with which her organization shares assets too."""
    rows = Membership.objects.of(relationship.organization_id).filter(person=person, state=MembershipState.ACTIVE)
    found = [place.portfolio for place in rows.select_related("portfolio").order_by("portfolio__name", "id")]
    return [one for one in found if person.organization_id not in partner_organizations(one)]


def external_role(relationship: ExternalRelationship) -> Role:
    """The role External system admin of the host. Raises NoSuchRole before its roles were set up."""
    rows = Role.objects.of(relationship.organization_id)
    found: Role | None = rows.filter(code=RoleCode.EXTERNAL_SYSTEM_ADMIN).first()
    if found is None:
        raise NoSuchRole()
    return found


def products_among(relationship: ExternalRelationship, identifiers: Collection[int]) -> list[Product]:
    """The products of the host with these ids."""
    return list(Product.objects.of(relationship.organization_id).filter(id__in=identifiers).order_by("id"))


def products_to_give(relationship: ExternalRelationship) -> list[Product]:
    """The products that the host can give to its guests: those connected here, by name."""
    return list(Product.objects.of(relationship.organization_id).order_by("name_folded"))


def ensure_offered(relationship: ExternalRelationship, access: Access) -> None:
    """Refuse what isn't the host's. Raises NoSuchProduct."""
    if len(products_among(relationship, access.products)) != len(set(access.products)):
        raise NoSuchProduct()
