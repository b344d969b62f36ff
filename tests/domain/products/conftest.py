"""What the tests of products ask for: Business Manager, a connected product, a group, an administrator of products."""

import dataclasses
from typing import Any

import pytest

from keyhouse.domain.groups.models import GroupMember, PersonGroup
from keyhouse.domain.products.models import Product
from keyhouse.domain.products.rules import Details, SignOn
from keyhouse.foundation import clock
from keyhouse.foundation.permissions import Actor, Permission
from tests.cast import make_product

DETAILS = Details(name="Wiki", redirect_addresses=("https://wiki.acme.example/callback",))
SAML = Details(
    name="Files",
    sign_on=SignOn.SAML,
    redirect_addresses=("https://files.acme.example/acs",),
    entity_id="https://files.acme.example",
)


@pytest.fixture
def business_manager(cast: Any) -> Product:
    """Acme's Business Manager."""
    return Product.objects.of(cast.acme).get(code="business_manager")


@pytest.fixture
def wiki(cast: Any) -> Product:
    """A product of Acme with custom access that nobody was given."""
    return make_product(
        cast.acme,
        "Wiki",
        access="custom",
        sign_on="oidc",
        redirect_addresses=["https://wiki.acme.example/callback"],
    )


@pytest.fixture
def sales(cast: Any) -> PersonGroup:
    """A group with Ben in it."""
    group = PersonGroup.objects.of(cast.acme).create(name="Sales", name_folded="sales", made_at=clock.now())
    GroupMember.objects.of(cast.acme).create(group=group, person=cast.ben)
    return group


@pytest.fixture
def keeper(ben: Actor) -> Actor:
    """Ben as an administrator who manages products and nothing else."""
    return dataclasses.replace(ben, permissions=frozenset({Permission.PRODUCTS_VIEW, Permission.PRODUCTS_MANAGE}))


@pytest.fixture
def looker(ben: Actor) -> Actor:
    """Ben as an administrator who sees products and changes nothing."""
    return dataclasses.replace(ben, permissions=frozenset({Permission.PRODUCTS_VIEW}))
