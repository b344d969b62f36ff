"""An account goes to a connection, or is let go of with the memory that it was there."""

import pytest

from keyhouse.domain.people import actions, queries
from keyhouse.domain.people.errors import NoSuchPerson
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import Permission


def hand(by, cast, **how):
    step = by.within(Permission.PERSON_CHANGE, cast.ben)
    actions.hand_to_connection(by=step, person=cast.ben, connection=cast.scim, **how)


def test_an_adopted_account_is_visible_to_its_connection(okta, cast):
    hand(okta, cast)

    assert queries.managed_person(cast.acme.id, cast.scim.id, cast.ben.id) == cast.ben


def test_a_released_account_is_invisible_and_has_no_external_id(okta, cast):
    hand(okta, cast)
    step = okta.within(Permission.PERSON_CHANGE, cast.ben)
    actions.change_external_id(by=step, person=cast.ben, value="1")

    hand(okta, cast, detached=True)

    assert queries.called(cast.acme.id, cast.scim.id, "1") is None
    with pytest.raises(NoSuchPerson):
        queries.managed_person(cast.acme.id, cast.scim.id, cast.ben.id)


def test_nobody_does_it_outside_of_a_process(okta, cast, untouched):
    with pytest.raises(NotAllowed), untouched():
        actions.hand_to_connection(by=okta, person=cast.ben, connection=cast.scim)
