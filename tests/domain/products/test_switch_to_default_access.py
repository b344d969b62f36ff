"""Switching a product to default access."""

import pytest

from keyhouse.domain.products import actions, queries
from keyhouse.domain.products.models import ProductAccess
from keyhouse.domain.products.rules import Why
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed


def test_everyone_with_an_account_has_it_and_the_list_of_those_chosen_stays(ada, cast, wiki):
    actions.give_access(by=ada, product=wiki, subject=cast.erin)

    actions.switch_to_default_access(by=ada, product=wiki)

    found = queries.product(ada, wiki.id)
    assert [one.name for one in queries.people_with(ada, found)] == ["Ada", "Ben", "Erin"]
    assert [one.why for one in queries.reasons(found, cast.ben)] == [Why.DEFAULT]
    assert ProductAccess.objects.of(cast.acme).count() == 1
    assert audit.events(cast.acme.id)[0].facts == {"product": "Wiki", "access": "default", "people": 3, "actor": "Ada"}


def test_a_second_switch_changes_nothing(ada, business_manager, untouched):
    with untouched():
        actions.switch_to_default_access(by=ada, product=business_manager)


def test_only_who_manages_products_switches(ben, looker, mallory, wiki, untouched):
    for stranger in (ben, looker, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.switch_to_default_access(by=stranger, product=wiki)
