"""Adding people of the guest organization to a relationship."""

import pytest

from keyhouse.domain.relationships import actions, queries
from keyhouse.domain.relationships.errors import CannotBeGuest, GuestAlready, RelationshipOver
from keyhouse.domain.relationships.models import ExternalRelationship, Guest
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from tests.cast import make_person
from tests.racing import at_once


def add(by, hosted, *people):
    return actions.add_guests(by=by, relationship=hosted, people=people)


def test_each_waits_for_the_host(ada, cleo, cast, hosted):
    add(cleo, hosted, cast.cleo, make_person(cast.brightside, "eve@brightside.example", "Eve"))

    assert [(one.person.name, one.state) for one in queries.requests(ada)] == [
        ("Cleo", "requested"),
        ("Eve", "requested"),
    ]
    assert audit.events(cast.acme.id)[0].sentence == (
        "eve@brightside.example of Brightside was added as a guest of Acme and waits for approval."
    )
    assert audit.events(cast.acme.id)[0].actor == "Brightside"


def test_a_host_that_approves_by_itself_lets_them_in_at_once_with_nothing(ada, cleo, cast, hosted):
    ExternalRelationship.objects.of(cast.acme).update(auto_approve=True)

    add(cleo, hosted, cast.cleo)

    (guest,) = queries.guests_of(ada, hosted)
    assert guest.state == "active" and not queries.access_of(guest).holdings


@pytest.mark.parametrize("state", ["invited", "suspended", "deactivated", "locked"])
def test_an_account_that_is_not_active_is_no_guest(cleo, cast, hosted, untouched, state):
    eve = make_person(cast.brightside, "eve@brightside.example", "Eve", state=state)

    with pytest.raises(CannotBeGuest), untouched():
        add(cleo, hosted, cast.cleo, eve)


def test_people_of_other_organizations_are_not_brought_along(cleo, cast, hosted, untouched):
    """AUTH-1: Brightside lends nobody of Acme or Rival."""
    for person in (cast.ben, cast.mallory, cast.finn):
        with pytest.raises(CannotBeGuest), untouched():
            add(cleo, hosted, person)


def test_nobody_is_added_twice(cleo, cast, hosted, asked, untouched):
    with pytest.raises(GuestAlready), untouched():
        add(cleo, hosted, cast.cleo)


def test_to_a_relationship_that_is_over_nobody_is_added(cleo, cast, hosted, untouched):
    ExternalRelationship.objects.of(cast.acme).update(state="ended")

    with pytest.raises(RelationshipOver), untouched():
        add(cleo, hosted, cast.cleo)


def test_only_the_guest_organization_adds(ada, ben, mallory, cast, hosted, untouched):
    for stranger in (ada, ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            add(stranger, hosted, cast.cleo)


def test_added_twice_at_once_there_is_one_request(transactional_db, cleo, cast, hosted):
    results = at_once(*[lambda: add(cleo, hosted, cast.cleo)] * 2)

    assert sorted(isinstance(result, GuestAlready) for result in results) == [False, True], results
    assert Guest.objects.of(cast.acme).count() == 1
