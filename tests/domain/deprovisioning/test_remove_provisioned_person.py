"""What a connection's DELETE means."""

import pytest

from keyhouse.domain.deprovisioning import actions
from keyhouse.domain.deprovisioning.errors import AccountClaimed
from keyhouse.domain.people.models import Person
from keyhouse.foundation.errors import NotAllowed
from tests.cast import make_person


def remove(by, cast, person):
    actions.remove_provisioned_person(by=by, connection=cast.scim, person=person)


def test_an_account_nobody_activated_is_erased(okta, cast):
    kim = make_person(cast.acme, "kim@acme.example", "Kim", state="invited", activated_at=None, managed_by=cast.scim)

    remove(okta, cast, kim)

    assert not Person.objects.of(cast.acme).filter(email="kim@acme.example").exists()


def test_an_activated_account_is_deactivated_and_let_go_of(okta, cast):
    kim = make_person(cast.acme, "kim@acme.example", "Kim", managed_by=cast.scim)

    remove(okta, cast, kim)

    kim.refresh_from_db()
    assert (kim.state, kim.detached, kim.managed_by_id) == ("deactivated", True, cast.scim.id)


def test_a_connection_may_be_set_to_refuse_that(okta, cast, untouched):
    cast.scim.refuse_delete = True
    kim = make_person(cast.acme, "kim@acme.example", "Kim", managed_by=cast.scim)

    with pytest.raises(AccountClaimed), untouched():
        remove(okta, cast, kim)


def test_people_of_others_are_not_removed(okta, cast, untouched):
    with pytest.raises(NotAllowed), untouched():
        remove(okta, cast, cast.ben)
