"""Deleting: whoever was never activated, or has left; with everything that was hers."""

import pytest

from keyhouse.domain.deprovisioning import actions
from keyhouse.domain.deprovisioning.errors import DeactivateFirst
from keyhouse.domain.people import queries
from keyhouse.domain.people.errors import NoSuchPerson
from keyhouse.domain.portfolios.models import Membership
from keyhouse.foundation.errors import NotAllowed
from tests.cast import make_person


def test_a_person_who_has_left_is_erased_with_her_places(ada, cast):
    identifier = cast.dana.id

    actions.delete_person(by=ada, person=cast.dana)

    with pytest.raises(NoSuchPerson):
        queries.person(cast.acme.id, identifier)
    assert not Membership.objects.of(cast.acme).filter(person_id=identifier).exists()


def test_an_address_is_free_again(ada, cast):
    kim = make_person(cast.acme, "kim@acme.example", "Kim", state="invited", activated_at=None)

    actions.delete_person(by=ada, person=kim)

    assert queries.holder_of("kim@acme.example") is None


def test_whoever_is_active_is_deactivated_first(ada, cast, untouched):
    with pytest.raises(DeactivateFirst), untouched():
        actions.delete_person(by=ada, person=cast.ben)


def test_ben_and_mallory_delete_nobody(ben, mallory, cast, untouched):
    for by in (ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.delete_person(by=by, person=cast.dana)
