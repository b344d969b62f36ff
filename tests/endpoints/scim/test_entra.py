"""The requests of Microsoft Entra ID, as it sends them (reference, section 9.2)."""

import pytest

from keyhouse.protocols.scim.people import ENTERPRISE

PATCH = ["urn:ietf:params:scim:api:messages:2.0:PatchOp"]
BODY_C = {
    "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User", ENTERPRISE],
    "externalId": "0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef", "userName": "zoe@acme.example", "active": True,
    "emails": [{"primary": True, "type": "work", "value": "zoe@acme.example"}], "meta": {"resourceType": "User"},
    "name": {"formatted": "Zoe Example", "familyName": "Example", "givenName": "Zoe"}, "roles": [],
}  # fmt: skip
BODY_D = {
    "schemas": PATCH,
    "Operations": [
        {"op": "Replace", "path": "displayName", "value": "Zoe E."},
        {"op": "Replace", "path": 'emails[type eq "work"].value', "value": "zoe@acme.example"},
        {"op": "Replace", "path": "name.familyName", "value": "Sample"},
        {"op": "Add", "path": "nickName", "value": "Zo"},
        {"op": "Replace", "path": f"{ENTERPRISE}:employeeNumber", "value": "7"},
    ],
}
BODY_E = {
    "schemas": PATCH,
    "Operations": [
        {"op": "replace", "path": 'emails[type eq "work"].value', "value": "zoe@acme.example"},
        {
            "op": "replace",
            "value": {"displayName": "Zoe E.", "name.givenName": "Zo", f"{ENTERPRISE}:employeeNumber": "7"},
        },
    ],
}
OFF = [
    {"op": "Replace", "path": "active", "value": "False"},
    {"op": "replace", "path": "active", "value": False},
    {"op": "Add", "path": "active", "value": "False"},
    {"op": "Replace", "value": {"active": "False"}},
]
ON = [
    {"op": "Replace", "path": "active", "value": "True"},
    {"op": "replace", "path": "active", "value": True},
    {"op": "Add", "path": "active", "value": "True"},
    {"op": "Add", "value": {"active": "true"}},
]


@pytest.fixture
def created(okta_client):
    answer = okta_client.post("/Users?aadOptscim062020", BODY_C)
    assert answer.status_code == 201
    return answer.json()


def test_the_connection_test_finds_nobody_without_a_user_agent(okta_client):
    answer = okta_client.get('/Users?filter=userName eq "5e1bc42a-5b4f-4c1c-a1a5-ec71c8bbf4d8"')

    assert answer.status_code == 200
    assert answer.json()["totalResults"] == 0


def test_a_created_person_is_found_by_name_and_by_external_id(okta_client, created):
    for condition in ('userName eq "zoe@acme.example"', f'externalId eq "{BODY_C["externalId"]}"'):
        found = okta_client.get(f"/Users?filter={condition}").json()

        assert [each["id"] for each in found["Resources"]] == [created["id"]]
    assert created["name"] == BODY_C["name"]
    assert "roles" not in created


def test_the_default_dialect_changes_everything_it_names(okta_client, created):
    answer = okta_client.send("PATCH", f"/Users/{created['id']}", BODY_D)

    assert answer.status_code == 200
    after = answer.json()
    assert after["displayName"] == "Zoe E."
    assert after["name"] == {"formatted": "Zoe Sample", "givenName": "Zoe", "familyName": "Sample"}
    assert after["nickName"] == "Zo"
    assert after[ENTERPRISE] == {"employeeNumber": "7"}
    assert after["emails"] == BODY_C["emails"]


def test_the_flagged_dialect_changes_everything_it_names(okta_client, created):
    after = okta_client.send("PATCH", f"/Users/{created['id']}?aadOptscim062020", BODY_E).json()

    assert after["displayName"] == "Zoe E."
    assert after["name"]["givenName"] == "Zo"
    assert after[ENTERPRISE] == {"employeeNumber": "7"}


@pytest.mark.parametrize(("off", "on"), list(zip(OFF, ON, strict=True)))
def test_every_dialect_of_disable_and_restore_takes_effect(okta_client, created, off, on):
    path = f"/Users/{created['id']}"

    assert okta_client.patch(path, off).json()["active"] is False
    assert okta_client.get(path).json()["active"] is False
    assert okta_client.patch(path, on).json()["active"] is True
    assert okta_client.get(path).json()["id"] == created["id"]


def test_a_hard_delete_is_followed_by_404(okta_client, created):
    path = f"/Users/{created['id']}"

    assert okta_client.delete(path).status_code == 204
    assert okta_client.get(path).status_code == 404
    assert okta_client.delete(path).status_code == 404


def test_values_are_returned_exactly_as_sent(okta_client, created):
    sent = {
        "phoneNumbers": [{"type": "work", "value": "+44 20 7946;ext=12345"}], "preferredLanguage": "en_GB",
        "title": " Lead ",
        "addresses": [{"type": "work", "streetAddress": "1 Way", "country": "DE"}], "userType": "Employee",
    }  # fmt: skip

    after = okta_client.patch(f"/Users/{created['id']}", {"op": "add", "value": sent}).json()

    assert {name: after[name] for name in sent} == sent
