"""Erasing a person: her rows go, and the log keeps her id."""

import pytest

from keyhouse.domain.people import actions, queries
from keyhouse.domain.people.errors import NoSuchPerson
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import Permission
from tests.cast import make_person


def test_her_rows_go_and_the_log_keeps_her_id(ada, cast):
    kim = make_person(cast.acme, "kim@acme.example", "Kim")
    identifier = kim.id

    actions.erase_person(by=ada.within(Permission.PERSON_STATE_CHANGE, kim), person=kim)

    with pytest.raises(NoSuchPerson):
        queries.person(cast.acme.id, identifier)
    assert audit.events(cast.acme.id)[0].target_id == identifier


def test_nobody_does_it_outside_of_a_process(ada, cast, untouched):
    with pytest.raises(NotAllowed), untouched():
        actions.erase_person(by=ada, person=cast.ben)
