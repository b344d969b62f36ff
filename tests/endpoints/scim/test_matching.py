"""Account matching, in the order of its table (reference, section 10)."""

import pytest

from keyhouse.domain.connections.models import Connection
from keyhouse.domain.people.models import Person
from keyhouse.foundation import clock
from tests.cast import make_person
from tests.endpoints.scim.conftest import ScimClient, body_of, make_token, person_row


@pytest.fixture
def entra_client(cast):
    """A second connection of Acme."""
    connection = Connection.objects.of(cast.acme).create(kind="scim", name="Entra", state="active", made_at=clock.now())
    return ScimClient(make_token(connection))


def test_1_a_known_external_id_is_refused_and_names_the_account(okta_client, zoe):
    answer = okta_client.post("/Users", body_of("zoe2", externalId="ext-zoe"))

    assert answer.status_code == 409 and answer.json()["scimType"] == "uniqueness"
    assert zoe["id"] in answer.json()["detail"]


def test_2_an_account_made_by_hand_is_adopted_with_its_id(okta_client, cast):
    kim = make_person(cast.acme, "kim@acme.example", "Kim")

    answer = okta_client.post("/Users", body_of("kim"))

    assert answer.status_code == 201 and answer.json()["id"] == str(kim.id)
    assert person_row(kim.id).managed_by_id == cast.scim.id
    assert person_row(kim.id).state == "active"
    assert okta_client.get('/Users?filter=externalId eq "ext-kim"').json()["totalResults"] == 1


def test_3_an_administrator_is_not_adopted(okta_client, cast):
    answer = okta_client.post("/Users", body_of("ada"))

    assert answer.status_code == 409 and "administrator" in answer.json()["detail"]
    assert person_row(cast.ada.id).managed_by_id is None


def test_4_an_account_of_another_connection_is_not_adopted(entra_client, zoe):
    answer = entra_client.post("/Users", body_of(externalId="other"))

    assert answer.status_code == 409 and "another connection" in answer.json()["detail"]


def test_5_an_account_in_an_unverified_domain_is_not_adopted(okta_client, cast):
    make_person(cast.acme, "kim@acme-labs.example", "Kim")

    answer = okta_client.post("/Users", body_of("kim", userName="kim@acme-labs.example"))

    assert answer.status_code == 409 and "verify the domain acme-labs.example first" in answer.json()["detail"]


def test_6_an_address_held_elsewhere_is_refused_without_naming_the_other(okta_client, cast):
    answer = okta_client.post("/Users", body_of(userName="mallory@rival.example"))

    assert answer.status_code == 409 and "Rival" not in answer.content.decode()


def test_6_in_a_verified_domain_the_account_is_made_without_holding_its_address(okta_client, cast):
    make_person(cast.rival, "kim@acme.example", "Kim")

    answer = okta_client.post("/Users", body_of("kim"))

    assert answer.status_code == 201
    assert person_row(answer.json()["id"]).holds_address is False
    assert person_row(answer.json()["id"]).state == "invited"


def test_7_a_personal_login_is_neither_linked_nor_in_the_way(okta_client, cast):
    make_person(None, "kim@acme.example", "Kim")

    answer = okta_client.post("/Users", body_of("kim"))

    assert answer.status_code == 201
    assert person_row(answer.json()["id"]).kind == "work"


def test_9_an_address_in_an_unverified_domain_is_only_added(okta_client):
    answer = okta_client.post("/Users", body_of(userName="kim@acme-labs.example"))

    assert answer.status_code == 201
    assert person_row(answer.json()["id"]).state == "added"


def test_9_a_connection_may_refuse_unverified_domains(okta_client, cast):
    Connection.objects.of(cast.acme).filter(id=cast.scim.id).update(refuse_unverified_domains=True)

    answer = okta_client.post("/Users", body_of(userName="kim@acme-labs.example"))

    assert answer.status_code == 400 and answer.json()["scimType"] == "invalidValue"


def test_10_a_deactivated_account_comes_back_with_its_id(okta_client, zoe):
    okta_client.patch(f"/Users/{zoe['id']}", {"op": "replace", "path": "active", "value": False})

    answer = okta_client.post("/Users", body_of(title="Lead"))

    assert answer.status_code == 201
    assert (answer.json()["id"], answer.json()["active"], answer.json()["title"]) == (zoe["id"], True, "Lead")


def test_10_a_deleted_account_comes_back_with_its_id(okta_client, zoe):
    Person.objects.everywhere(reason="test").filter(id=int(zoe["id"])).update(state="active", activated_at=clock.now())
    okta_client.delete(f"/Users/{zoe['id']}")
    hidden = okta_client.get(f"/Users/{zoe['id']}").status_code

    answer = okta_client.post("/Users", body_of())

    assert hidden == 404
    assert answer.status_code == 201 and answer.json()["id"] == zoe["id"]
    assert person_row(zoe["id"]).state == "active"


def test_an_account_that_an_administrator_deactivated_by_hand_stays_so(okta_client, cast):
    answer = okta_client.post("/Users", body_of("dana"))

    assert answer.status_code == 409
    assert person_row(cast.dana.id).state == "deactivated"


def test_a_hold_refuses_what_only_changes_active_and_remembers_it_otherwise(okta_client, zoe, ada, cast):
    from keyhouse.domain.deprovisioning import actions

    actions.deactivate_person(by=ada, person=person_row(zoe["id"]))
    path, on = f"/Users/{zoe['id']}", {"op": "replace", "path": "active", "value": True}

    alone = okta_client.patch(path, on)
    mixed = okta_client.patch(path, on, {"op": "replace", "path": "title", "value": "Lead"})
    actions.lift_hold(by=ada, person=person_row(zoe["id"]))

    assert alone.status_code == 409
    assert mixed.status_code == 200 and mixed.json()["active"] is False and mixed.json()["title"] == "Lead"
    assert person_row(zoe["id"]).state == "invited"


def test_a_suspended_account_stays_suspended(okta_client, zoe, cast):
    Person.objects.everywhere(reason="test").filter(id=int(zoe["id"])).update(
        state="suspended", activated_at=clock.now()
    )

    answer = okta_client.patch(f"/Users/{zoe['id']}", {"op": "replace", "path": "active", "value": True})

    assert answer.status_code == 200 and answer.json()["active"] is True
    assert person_row(zoe["id"]).state == "suspended"


def test_the_delete_of_an_activated_account_can_be_refused(okta_client, zoe, cast):
    Connection.objects.of(cast.acme).filter(id=cast.scim.id).update(refuse_delete=True)
    Person.objects.everywhere(reason="test").filter(id=int(zoe["id"])).update(state="active", activated_at=clock.now())

    answer = okta_client.delete(f"/Users/{zoe['id']}")

    assert answer.status_code == 412
    assert answer.json()["detail"] == "account is claimed; set active to false"


def test_an_account_without_email_is_only_added_and_belongs_to_no_domain(okta_client, rival_client):
    made = [
        client.post("/Users", {"userName": "acme.example", "externalId": "1"}) for client in (okta_client, rival_client)
    ]

    assert [answer.status_code for answer in made] == [201, 201]
    row = person_row(made[0].json()["id"])
    assert (row.state, row.domain, row.holds_address) == ("added", "", False)
    assert made[0].json()["emails"] == []
    assert okta_client.get('/Users?filter=userName eq "ACME.example"').json()["totalResults"] == 1


def test_a_connection_may_refuse_accounts_without_email(okta_client, cast):
    Connection.objects.of(cast.acme).filter(id=cast.scim.id).update(accounts_without_email=False)

    assert okta_client.post("/Users", {"userName": "acme.example"}).status_code == 400
