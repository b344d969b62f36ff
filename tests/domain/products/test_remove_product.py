"""Removing a product."""

import pytest

from keyhouse.domain.products import actions, queries
from keyhouse.domain.products.errors import BuiltInProduct, NotTheName
from keyhouse.domain.products.models import Product, ProductAccess
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed


def test_everybodys_access_goes_with_it_and_the_log_says_how_many(ada, cast, wiki, sales):
    actions.give_access(by=ada, product=wiki, subject=cast.erin)
    actions.give_access(by=ada, product=wiki, subject=sales)

    actions.remove_product(by=ada, product=wiki, typed=" wiki ")

    assert not Product.objects.of(cast.acme).filter(name="Wiki").exists()
    assert not ProductAccess.objects.of(cast.acme).exists()
    assert [one.name for one in queries.products_of(cast.ben)] == ["Business Manager", "Migration Center"]
    assert audit.events(cast.acme.id)[0].sentence == "Ada removed Wiki. People who lost access to it: 2."


def test_the_name_must_be_typed(ada, wiki, untouched):
    with pytest.raises(NotTheName, match="Type Wiki"), untouched():
        actions.remove_product(by=ada, product=wiki, typed="Wikis")


def test_what_is_built_in_stays(ada, business_manager, untouched):
    with pytest.raises(BuiltInProduct), untouched():
        actions.remove_product(by=ada, product=business_manager, typed="Business Manager")


def test_only_who_manages_products_removes_one(ben, looker, mallory, wiki, untouched):
    for stranger in (ben, looker, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.remove_product(by=stranger, product=wiki, typed="Wiki")
