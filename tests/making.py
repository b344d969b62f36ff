"""Making single rows of the cast and of tests: an organization, a person, a portfolio, a product, an asset."""

from typing import Any

from keyhouse.domain.administration.models import SYSTEM_ADMIN, Role, RoleHolder
from keyhouse.domain.assets.models import Asset
from keyhouse.domain.email_domains.models import EmailDomain
from keyhouse.domain.organizations.models import Organization, SecuritySettings
from keyhouse.domain.people.models import Person
from keyhouse.domain.people.rules import COMPARED
from keyhouse.domain.portfolios.models import Membership, Portfolio
from keyhouse.domain.products.models import Product
from keyhouse.foundation import clock
from keyhouse.foundation.permissions.table import FROM_ROLES, RESERVED

SYSTEM_ADMIN_PERMISSIONS = frozenset([*FROM_ROLES, *RESERVED])


def make_organization(name: str, **fields: Any) -> Organization:
    """An organization without anything in it."""
    made = Organization.objects.create(name=name, name_folded=name.casefold(), made_at=clock.now(), **fields)
    return SecuritySettings.objects.of(made).create(organization=made).organization


def make_domain(organization: Organization, name: str, state: str = "verified") -> EmailDomain:
    """An email domain of an organization."""
    return EmailDomain.objects.of(organization).create(
        name=name,
        state=state,
        token=name.ljust(43, "x")[:43],
        claimed_at=clock.now(),
        verified_at=clock.now() if state == "verified" else None,
        proved_at=clock.now() if state in ("verified", "warning", "lapsed") else None,
    )


def make_person(organization: Organization | None, email: str, name: str, **fields: Any) -> Person:
    """A person who has activated her account, unless `state` says otherwise."""
    defaults: dict[str, Any] = {
        "kind": "work" if organization else "personal",
        "state": "active",
        "email": email,
        "email_folded": email.casefold(),
        "given_name": name,
        "display_name": name,
        "name_folded": name.casefold(),
        "made_at": clock.now(),
        "changed_at": clock.now(),
        "activated_at": clock.now(),
        "sign_in_method": "password",
    }
    rows = Person.objects.of(organization) if organization else Person.objects.of_nobody()
    return rows.create(**compared({**defaults, **fields}))


def compared(fields: dict[str, Any]) -> dict[str, Any]:
    """The fields of a person with what search and rules compare of them."""
    texts = {f"{name}_folded": str(fields[name]).casefold() for name in COMPARED if name in fields}
    return {**fields, **texts}


def make_member(portfolio: Portfolio, person: Person, level: str = "basic", **fields: Any) -> Membership:
    """A person's place in a portfolio."""
    return Membership.objects.of(portfolio.organization_id).create(
        portfolio=portfolio, person=person, level=level, added_at=clock.now(), **fields
    )


def make_portfolio(organization: Organization, name: str) -> Portfolio:
    """A portfolio with nobody in it."""
    return Portfolio.objects.of(organization).create(name=name, made_at=clock.now())


def make_product(organization: Organization, name: str, **fields: Any) -> Product:
    """A product of an organization, with default access unless `access` says otherwise."""
    return Product.objects.of(organization).create(
        name=name, name_folded=name.casefold(), connected_at=clock.now(), **fields
    )


def make_asset(portfolio: Portfolio, type: str, name: str, external_id: str = "") -> Asset:
    """An asset owned by a portfolio."""
    return Asset.objects.of(portfolio.organization_id).create(
        portfolio=portfolio, type=type, name=name, external_id=external_id, made_at=clock.now()
    )


def make_system_admin(person: Person) -> RoleHolder:
    """Make a person System admin of her organization."""
    organization = person.organization_id
    role, _ = Role.objects.of(organization).get_or_create(
        organization_id=organization,
        code=SYSTEM_ADMIN,
        defaults={
            "name": "System admin",
            "name_folded": "system admin",
            "permissions": sorted(one.value for one in SYSTEM_ADMIN_PERMISSIONS),
        },
    )
    return RoleHolder.objects.of(organization).create(role=role, person=person, given_at=clock.now())
