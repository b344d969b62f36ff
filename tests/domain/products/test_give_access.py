"""Giving access to a product."""

import pytest

from keyhouse.domain.products import actions, queries
from keyhouse.domain.products.errors import DefaultAccess, NoAccountForProduct, NoSuchProduct, ProductHeldAlready
from keyhouse.domain.products.rules import Why
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from tests.racing import at_once


def test_a_person_who_is_chosen_has_it_at_once(ada, cast, wiki):
    actions.give_access(by=ada, product=wiki, subject=cast.ben)

    assert wiki in queries.products_of(cast.ben)
    assert [one.why for one in queries.reasons(wiki, cast.ben)] == [Why.PERSON]
    assert audit.events(cast.acme.id)[0].sentence == "Ada gave Ben access to Wiki."


def test_everybody_in_a_group_has_it_and_the_reason_names_the_group(keeper, cast, wiki, sales):
    actions.give_access(by=keeper, product=wiki, subject=sales)

    assert wiki in queries.products_of(cast.ben)
    assert wiki not in queries.products_of(cast.erin)
    assert [(one.why, one.group) for one in queries.reasons(wiki, cast.ben)] == [(Why.GROUP, "Sales")]


def test_nobody_is_chosen_while_everyone_has_it(ada, cast, business_manager, untouched):
    with pytest.raises(DefaultAccess, match="Everyone with an account"), untouched():
        actions.give_access(by=ada, product=business_manager, subject=cast.ben)


def test_access_is_given_once(ada, cast, wiki, untouched):
    actions.give_access(by=ada, product=wiki, subject=cast.ben)

    with pytest.raises(ProductHeldAlready), untouched():
        actions.give_access(by=ada, product=wiki, subject=cast.ben)


def test_who_has_left_is_given_nothing(ada, cast, wiki, untouched):
    with pytest.raises(NoAccountForProduct, match="deactivated"), untouched():
        actions.give_access(by=ada, product=wiki, subject=cast.dana)


def test_a_person_of_another_organization_is_given_nothing(ada, cast, wiki, untouched):
    """AUTH-1: access does not cross organizations."""
    with pytest.raises(NoSuchProduct), untouched():
        actions.give_access(by=ada, product=wiki, subject=cast.mallory)


def test_only_who_manages_products_gives_access(ben, looker, mallory, cast, wiki, untouched):
    for stranger in (ben, looker, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.give_access(by=stranger, product=wiki, subject=cast.ben)


@pytest.mark.django_db(transaction=True)
def test_of_two_who_give_it_at_once_one_is_told_that_it_was_given(ada, erin, cast, wiki):
    def give(by):
        return lambda: actions.give_access(by=by, product=wiki, subject=cast.ben)

    results = at_once(give(ada), give(erin))

    assert sorted(type(one).__name__ for one in results) == ["ProductAccess", "ProductHeldAlready"]
