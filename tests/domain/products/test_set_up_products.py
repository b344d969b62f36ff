"""The products that are built in."""

import pytest

from keyhouse.domain.products import actions, queries
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import operator_actor
from tests.cast import make_organization


@pytest.mark.django_db
def test_an_organization_begins_with_business_manager_and_migration_center_for_everyone():
    new = make_organization("New")

    made = actions.set_up_products(by=operator_actor(new.id), organization=new)

    assert [(one.code, one.name, one.access) for one in made] == [
        ("business_manager", "Business Manager", "default"),
        ("migration_center", "Migration Center", "default"),
    ]


def test_what_is_there_stays_as_it_is(cast, ada, business_manager, untouched):
    actions.switch_to_custom_access(by=ada, product=business_manager, keep=[cast.ada])

    with untouched():
        assert actions.set_up_products(by=operator_actor(cast.acme.id), organization=cast.acme) == []
    assert queries.built_in(cast.acme.id, "business_manager").is_custom


def test_nobody_but_the_operator_sets_products_up(ada, cast, untouched):
    with pytest.raises(NotAllowed), untouched():
        actions.set_up_products(by=ada, organization=cast.acme)
