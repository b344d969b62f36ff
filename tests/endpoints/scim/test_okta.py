"""The requests of Okta, as it sends them (reference, section 9.1)."""

import pytest

from tests.endpoints.scim.conftest import person_row

OKTA = {"User-Agent": "Okta SCIM Client 1.0.0"}
BODY_A = {
    "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "userName": "zoe@acme.example",
    "name": {"givenName": "Zoe", "familyName": "Example"},
    "emails": [{"primary": True, "value": "zoe@acme.example", "type": "work"}], "displayName": "Zoe Example",
    "locale": "en-US", "externalId": "00ujl29u0le5T6Aj10h7", "groups": [], "password": "1mz050nq", "active": True,
}  # fmt: skip
BODY_B = {
    "schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
    "Operations": [{"op": "replace", "value": {"active": False}}],
}


@pytest.fixture
def created(okta_client):
    answer = okta_client.post("/Users", BODY_A, **OKTA)
    assert answer.status_code == 201
    return answer.json()


def test_finding_nobody_is_an_empty_list(okta_client):
    path = "/Users?filter=userName%20eq%20%22zoe%40acme.example%22&startIndex=1&count=100"

    answer = okta_client.get(path, **OKTA)

    assert answer.status_code == 200
    assert answer.json()["totalResults"] == answer.json()["itemsPerPage"] == 0
    assert answer.json()["Resources"] == []


def test_a_person_is_created_whole_and_invited(created):
    for name in ("userName", "displayName", "locale", "externalId", "emails", "active", "groups"):
        assert created[name] == BODY_A[name]
    assert created["name"] == {"formatted": "Zoe Example", "givenName": "Zoe", "familyName": "Example"}
    assert "password" not in created
    assert person_row(created["id"]).state == "invited"


def test_an_import_reads_everybody_in_a_stable_order(okta_client, created):
    for number in range(5):
        okta_client.post("/Users", {"userName": f"p{number}@acme.example", "externalId": f"x{number}"}, **OKTA)

    pages = [okta_client.get(f"/Users?startIndex={start}&count=2", **OKTA).json() for start in (1, 3, 5, 7)]

    assert [page["itemsPerPage"] for page in pages] == [2, 2, 2, 0]
    assert {page["totalResults"] for page in pages} == {6}
    names = [each["userName"] for page in pages for each in page["Resources"]]
    assert names == ["zoe@acme.example", *(f"p{number}@acme.example" for number in range(5))]


def test_an_update_reads_and_puts_the_whole_changed_body(okta_client, created):
    body = okta_client.get(f"/Users/{created['id']}", **OKTA).json()
    body["name"] = {"givenName": "Zoe", "familyName": "Sample", "middleName": ""}
    body["emails"][0]["display"] = "zoe@acme.example"

    answer = okta_client.put(f"/Users/{created['id']}", body, **OKTA)

    assert answer.status_code == 200
    assert answer.json()["name"] == {"formatted": "Zoe Sample", "givenName": "Zoe", "familyName": "Sample"}
    assert answer.json()["emails"][0]["display"] == "zoe@acme.example"


def test_the_catalog_app_deactivates_by_patch_and_brings_the_same_account_back(okta_client, created):
    gone = okta_client.send("PATCH", f"/Users/{created['id']}", BODY_B, **OKTA)
    state = person_row(created["id"]).state
    back = okta_client.patch(f"/Users/{created['id']}", {"op": "replace", "value": {"active": True}}, **OKTA)

    assert gone.status_code == 200 and gone.json()["active"] is False
    assert state == "deactivated"
    assert back.json()["active"] is True and back.json()["id"] == created["id"]


def test_a_custom_app_deactivates_by_put_and_brings_the_same_account_back(okta_client, created):
    for active in (False, True):
        answer = okta_client.put(f"/Users/{created['id']}", {**created, "active": active}, **OKTA)

        assert answer.status_code == 200
        assert answer.json()["active"] is active
