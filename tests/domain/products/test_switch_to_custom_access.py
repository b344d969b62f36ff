"""Switching a product to custom access."""

import pytest

from keyhouse.domain.products import actions, queries
from keyhouse.domain.products.errors import NoAccountForProduct
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed


def test_those_who_were_named_keep_it_and_everybody_else_loses_it(ada, cast, business_manager, sales):
    number, first = queries.people_without(ada, business_manager, people=[cast.ada.id], groups=[sales.id])
    assert (number, [one.name for one in first]) == (1, ["Erin"])

    actions.switch_to_custom_access(by=ada, product=business_manager, keep=[cast.ada, sales])

    held = [one.name for one in queries.people_with(ada, queries.product(ada, business_manager.id))]
    assert held == ["Ada", "Ben"]
    assert audit.events(cast.acme.id)[0].sentence == (
        "Ada switched Business Manager to custom access. People who have it now: 2."
    )


def test_who_had_custom_access_before_keeps_it_too(ada, cast, business_manager):
    actions.switch_to_custom_access(by=ada, product=business_manager, keep=[cast.erin])
    actions.switch_to_default_access(by=ada, product=business_manager)

    actions.switch_to_custom_access(by=ada, product=business_manager, keep=[cast.ada, cast.erin])

    found = queries.product(ada, business_manager.id)
    assert [one.name for one in queries.people_with(ada, found)] == ["Ada", "Erin"]


def test_a_second_switch_changes_nothing(ada, business_manager, untouched):
    actions.switch_to_custom_access(by=ada, product=business_manager)

    with untouched():
        actions.switch_to_custom_access(by=ada, product=business_manager)


def test_nothing_is_switched_when_somebody_who_left_was_to_keep_it(ada, cast, business_manager, untouched):
    with pytest.raises(NoAccountForProduct), untouched():
        actions.switch_to_custom_access(by=ada, product=business_manager, keep=[cast.ada, cast.dana])


def test_only_who_manages_products_switches(ben, looker, mallory, business_manager, untouched):
    for stranger in (ben, looker, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.switch_to_custom_access(by=stranger, product=business_manager)
