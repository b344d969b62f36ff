"""What a connection calls a person is its own affair: opaque, and unique in the connection."""

import pytest

from keyhouse.domain.people import actions, queries
from keyhouse.domain.people.errors import ExternalIdTaken
from keyhouse.domain.people.models import Person
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import Permission


@pytest.fixture
def managed(cast):
    """Ben and Erin, managed by Okta."""
    for person in (cast.ben, cast.erin):
        Person.objects.of(cast.acme).filter(id=person.id).update(managed_by=cast.scim)
        person.refresh_from_db()


def call(by, person, value):
    step = by.within(Permission.PERSON_CHANGE, person)
    return actions.change_external_id(by=step, person=person, value=value)


def test_it_is_set_changed_and_forgotten(okta, cast, managed):
    assert call(okta, cast.ben, "1") and call(okta, cast.ben, "2") and not call(okta, cast.ben, "2")
    assert queries.external_id_of(cast.ben) == "2"
    assert call(okta, cast.ben, "")
    assert queries.external_id_of(cast.ben) == ""


def test_two_people_of_a_connection_are_never_called_the_same(okta, cast, managed, untouched):
    call(okta, cast.ben, "1")

    with pytest.raises(ExternalIdTaken), untouched():
        call(okta, cast.erin, "1")


def test_nobody_does_it_outside_of_a_process(okta, cast, managed, untouched):
    with pytest.raises(NotAllowed), untouched():
        actions.change_external_id(by=okta, person=cast.ben, value="1")
