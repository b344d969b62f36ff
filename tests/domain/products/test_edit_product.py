"""Editing a product."""

import dataclasses

import pytest

from keyhouse.domain.products import actions
from keyhouse.domain.products.errors import BuiltInProduct, EntityIdTaken, NoSuchProduct, ProductNameTaken
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from tests.cast import make_product
from tests.domain.products.conftest import DETAILS, SAML


def test_what_changed_is_named_in_the_log(ada, cast, wiki):
    wanted = dataclasses.replace(DETAILS, name="Team wiki", address="https://wiki.acme.example/", manages_devices=True)

    edited = actions.edit_product(by=ada, product=wiki, details=wanted)

    assert (edited.name, edited.capabilities) == ("Team wiki", ["devices"])
    assert audit.events(cast.acme.id)[0].sentence == "Ada changed name, address, capabilities of Team wiki."


def test_an_edit_that_changes_nothing_leaves_no_line(ada, wiki, untouched):
    with untouched():
        actions.edit_product(by=ada, product=wiki, details=DETAILS)


def test_what_is_built_in_is_not_edited(ada, business_manager, untouched):
    with pytest.raises(BuiltInProduct, match="You can change who has access"), untouched():
        actions.edit_product(by=ada, product=business_manager, details=DETAILS)


def test_the_name_and_entity_id_of_another_product_are_refused(ada, cast, wiki, untouched):
    make_product(cast.acme, "Files", entity_id=SAML.entity_id)

    with pytest.raises(ProductNameTaken), untouched():
        actions.edit_product(by=ada, product=wiki, details=dataclasses.replace(DETAILS, name="FILES"))
    with pytest.raises(EntityIdTaken), untouched():
        actions.edit_product(by=ada, product=wiki, details=dataclasses.replace(SAML, name="Wiki"))


def test_only_who_manages_products_edits_one(ben, looker, mallory, wiki, untouched):
    for stranger in (ben, looker, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.edit_product(by=stranger, product=wiki, details=DETAILS)


def test_a_product_that_was_removed_meanwhile_is_not_there(ada, wiki):
    wiki.delete()
    wiki.id = 1

    with pytest.raises(NoSuchProduct):
        actions.edit_product(by=ada, product=wiki, details=DETAILS)
