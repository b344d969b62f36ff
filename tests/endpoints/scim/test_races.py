"""Requests in the same moment: one effect, and an answer for each. On both databases."""

import threading

import pytest
from django.db import connections

from keyhouse.domain.people.models import Person
from tests.endpoints.scim.conftest import ScimClient, body_of, person_row

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*calls):
    """Run calls in threads that begin together, and answer what they returned."""
    barrier, results = threading.Barrier(len(calls)), [None] * len(calls)

    def run(number):
        barrier.wait()
        try:
            results[number] = calls[number]()
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(number,)) for number in range(len(calls))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


@pytest.mark.parametrize("round", range(4))
def test_post_race(okta_client, cast, round):
    """Two POSTs at once: one 201 and one 409 that names the same person (REL-2)."""
    two = [ScimClient(okta_client.token), ScimClient(okta_client.token)]

    answers = at_once(*(lambda client=client: client.post("/Users", body_of()) for client in two))

    assert sorted(answer.status_code for answer in answers) == [201, 409]
    made, refused = sorted(answers, key=lambda answer: answer.status_code)
    assert made.json()["id"] in refused.json()["detail"]
    assert Person.objects.of(cast.acme).filter(email_folded="zoe@acme.example").count() == 1


@pytest.mark.parametrize("round", range(4))
def test_the_last_two_administrators_are_never_both_removed(okta_client, cast, ada, round):
    """AUTH-5: two doors remove the last two administrators in the same moment; one is refused and one is left."""
    from keyhouse.domain.administration.errors import LastBreakGlass, LastSystemAdmin
    from keyhouse.domain.deprovisioning import actions

    Person.objects.of(cast.acme).filter(id=cast.erin.id).update(sign_in_method="password", managed_by=cast.scim)

    def by_hand():
        try:
            actions.deactivate_person(by=ada, person=person_row(cast.ada.id))
            return 200
        except (LastSystemAdmin, LastBreakGlass):
            return 409

    def by_scim():
        off = {"op": "replace", "path": "active", "value": False}
        return ScimClient(okta_client.token).patch(f"/Users/{cast.erin.id}", off).status_code

    assert sorted(at_once(by_hand, by_scim)) == [200, 409]
    assert sorted([person_row(cast.ada.id).state, person_row(cast.erin.id).state]) == ["active", "deactivated"]


def test_a_retried_change_has_the_effect_of_one(okta_client, cast):
    """REL-2: the same PATCH twice, one after the other and at once, leaves one version."""
    made = okta_client.post("/Users", body_of()).json()
    clients = [ScimClient(okta_client.token) for _ in range(3)]
    change = {"op": "replace", "path": "title", "value": "Lead"}

    answers = at_once(*(lambda client=client: client.patch(f"/Users/{made['id']}", change) for client in clients))

    assert {answer.status_code for answer in answers} == {200}
    assert person_row(made["id"]).version == 2
