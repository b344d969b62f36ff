"""Directory through the API: what the pages do."""

from __future__ import annotations

from typing import Any

import pytest

from keyhouse.domain.people.models import Person
from keyhouse.foundation.audit import queries as audit
from tests.endpoints.api.calling import Caller, own_token


@pytest.fixture
def adas(cast: Any) -> Caller:
    """Ada's own token, with all that she may."""
    return Caller(own_token(cast.ada))


def test_the_list_goes_on_until_its_end(adas: Caller, cast: Any):
    seen, after = [], ""
    while after is not None:
        page = adas("GET", f"/people?limit=2&after={after}").json()
        seen += [person["email"] for person in page["items"]]
        after = page["next"]

    everybody = Person.objects.of(cast.acme).order_by("name_folded").values_list("email", flat=True)
    assert seen == list(everybody)


def test_a_person_is_added_as_on_the_page(adas: Caller, cast: Any):
    added = adas("POST", "/people", {"email": "gil@acme.example", "given_name": "Gil"})

    person = Person.objects.of(cast.acme).get(email_folded="gil@acme.example")
    assert added.status_code == 201 and added.json()["id"] == str(person.id) and person.state == "invited"
    told = audit.events(cast.acme.id)[0]
    assert told.actor_id == cast.ada.id


def test_a_person_is_deactivated_and_comes_back(adas: Caller, cast: Any):
    gone = adas("POST", f"/people/{cast.ben.id}/deactivation", {"reason": "left"})
    back = adas("POST", f"/people/{cast.ben.id}/reactivation")

    assert (gone.json()["state"], back.json()["state"]) == ("deactivated", "active")


def test_the_last_system_admin_stays(adas: Caller, cast: Any, untouched: Any):
    Person.objects.of(cast.acme).filter(id=cast.erin.id).update(state="deactivated")

    with untouched():
        refused = adas("POST", f"/people/{cast.ada.id}/deactivation", {})

    assert refused.json()["error"]["code"] == "last_system_admin"
