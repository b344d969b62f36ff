"""Giving and taking what a guest holds: the step behind approving, changing and removing."""

import pytest

from keyhouse.domain.administration.models import RoleHolder
from keyhouse.domain.products.models import ProductAccess
from keyhouse.domain.relationships import actions
from keyhouse.domain.relationships.rules import Access
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import Permission
from tests.cast import make_product


def step_of(by, guest):
    return by.within(Permission.GUEST_CHANGE, guest.person)


def test_it_gives_exactly_this_and_takes_the_rest(ada, cast, guest):
    shop = make_product(cast.acme, "Shop", access="custom")
    actions.set_guest_access(
        by=step_of(ada, guest), guest=guest, access=Access(external_system_admin=True, products=(shop.id,))
    )
    given = (
        RoleHolder.objects.of(cast.acme).filter(person=cast.cleo).count(),
        ProductAccess.objects.of(cast.acme).count(),
    )

    actions.set_guest_access(by=step_of(ada, guest), guest=guest, access=Access())

    assert given == (1, 1)
    assert not RoleHolder.objects.of(cast.acme).filter(person=cast.cleo).exists()
    assert not ProductAccess.objects.of(cast.acme).exists()


def test_what_is_so_already_changes_nothing(ada, guest, untouched):
    with untouched():
        assert not actions.set_guest_access(by=step_of(ada, guest), guest=guest, access=Access())


def test_what_she_holds_otherwise_stays(ada, cast, guest):
    """A portfolio of hers, and her role at home, have nothing to do with it."""
    actions.set_guest_access(by=step_of(ada, guest), guest=guest, access=Access(external_system_admin=True))

    actions.set_guest_access(by=step_of(ada, guest), guest=guest, access=Access())

    assert RoleHolder.objects.of(cast.brightside).filter(person=cast.cleo).count() == 1


def test_the_step_counts_for_one_person(ada, ben, cast, guest, untouched):
    for stranger in (ada.within(Permission.GUEST_CHANGE, cast.ben), ben.within(Permission.ROLES_CHANGE, cast.cleo)):
        with pytest.raises(NotAllowed), untouched():
            actions.set_guest_access(by=stranger, guest=guest, access=Access(external_system_admin=True))
