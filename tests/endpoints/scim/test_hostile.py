"""Whatever is sent, the answer is an error of SCIM and never a 500."""

import json

import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.endpoints.scim.conftest import body_of, person_row

DEEP = b'{"userName": "deep@acme.example", "x": ' + b"[" * 900 + b"]" * 900 + b"}"
BODIES = [
    b"", b"{", b"null", b"[]", b"5", b'"x"', b"\xff\xfe", b"[" * 100_000, b'{"userName": NaN}', b"{}" * 3,
    b'{"userName": "\\ud800"}', b'{"userName": "a\\u0000@acme.example"}', b'{"userName": null}', b'{"userName": 5}',
    b'{"userName": {"a": 1}}', b'{"userName": "@"}', b'{"userName": "zoe@acme.example", "active": "maybe"}',
    b'{"userName": "zoe@acme.example", "name": "Zoe"}', b'{"userName": "zoe@acme.example", "emails": {"value": {}}}',
    b'{"userName": "zoe@acme.example", "title": "' + b"x" * 3000 + b'"}',
    b'{"userName": "zoe@acme.example", "name": {"givenName": "' + b"x" * 101 + b'"}}',
    b'{"userName": "' + b"x" * 300 + b'@acme.example"}',
    b'{"userName": "zoe@acme.example", "externalId": "' + b"x" * 600 + b'"}',
    b'{"userName": "zoe@acme.example", "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": 5}',
    b'{"userName": "zoe@acme.example", "urn:ietf:params:scim:schemas:extension:facebook:starttermdates:2.0:User": '
    b'{"termDate": 99999999999999}}',
    b'{"userName": "zoe@acme.example", "urn:ietf:params:scim:schemas:extension:facebook:authmethod:2.0:User": '
    b'{"authMethod": "magic"}}',
]  # fmt: skip


@pytest.mark.parametrize("body", BODIES, ids=range(len(BODIES)))
def test_a_body_that_makes_no_sense_is_refused(okta_client, zoe, body):
    answers = [okta_client.post("/Users", body), okta_client.put(f"/Users/{zoe['id']}", body),
               okta_client.send("PATCH", f"/Users/{zoe['id']}", body)]  # fmt: skip

    assert {answer.status_code for answer in answers} <= {400, 409, 200}
    assert answers[0].status_code in (400, 409) and answers[2].status_code == 400
    assert answers[0].json()["schemas"] == ["urn:ietf:params:scim:api:messages:2.0:Error"]


def test_what_is_unknown_and_deep_is_dropped(okta_client):
    assert okta_client.post("/Users", DEEP).status_code == 201


def test_a_huge_body_is_refused_before_it_is_read(okta_client):
    body = orjson.dumps({"userName": "big@acme.example", "x": "y" * 1_100_000})

    assert okta_client.post("/Users", body).status_code == 413


@pytest.mark.parametrize(
    "query",
    ["filter=", "filter=x", 'filter=userName eq "a%00b"', "filter=((((", "count=x", "startIndex=1e9",
     "count=99999999999999999999",
     "startIndex=99999999999999999999999", "sortBy=nothing", "sortBy=name&sortOrder=descending", "sortBy=emails.value",
     "attributes=%00,x", "excludedAttributes=name.x", 'filter=id eq 5', 'filter=id eq "%F0%9F%98%80"', "filter=%FF%FE",
     'filter=meta.created gt "0001-01-01T00:00:00%2B14:00"', 'filter=active eq true and emails[type eq "work"]',
     'filter=meta.lastModified lt "9999-12-31T23:59:59-14:00"', 'filter=userName eq null', "cursor=x"],
)  # fmt: skip
def test_any_question_is_answered_or_refused(okta_client, zoe, query):
    assert okta_client.get(f"/Users?{query}").status_code in (200, 400)


@pytest.mark.parametrize(
    "identifier",
    ["0", "-1", "1" * 30, "9223372036854775807", "9223372036854775808", "x", "%00", "..", "1.5", "%F0%9F%98%80"],
)
def test_any_id_is_answered_like_one_that_does_not_exist(okta_client, identifier):
    answers = [okta_client.get(f"/Users/{identifier}"), okta_client.delete(f"/Users/{identifier}"),
               okta_client.put(f"/Users/{identifier}", {})]  # fmt: skip

    assert {answer.status_code for answer in answers} <= {404, 405}


def test_fields_that_decide_who_acts_have_no_effect(okta_client, zoe, cast):
    """LINK-3: a body can't choose organization, state, role or id, and confirms no address."""
    privileged = {
        "organization_id": str(cast.rival.id), "by": str(cast.ada.id), "role": "system_admin", "is_admin": True,
        "state": "active", "claimed": True, "email_verified": True, "id": str(cast.ada.id), "holds_address": False,
        "urn:keyhouse:params:scim:schemas:extension:2.0:User": {"state": "active", "managedBy": "1"},
        "urn:ietf:params:scim:schemas:extension:facebook:accountstatusdetails:2.0:User": {"claimed": True},
    }  # fmt: skip

    created = okta_client.post("/Users", {**body_of("kim"), **privileged}).json()
    changed = okta_client.put(f"/Users/{zoe['id']}", privileged).json()

    for each in (created, changed):
        row = person_row(each["id"])
        assert (row.organization_id, row.state, row.activated_at) == (cast.acme.id, "invited", None)
        assert each["id"] != str(cast.ada.id)


names = st.sampled_from(
    ["userName", "active", "name", "emails", "externalId", "title", "manager", "id", "schemas", "x", "password"]
)
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(names, inner, max_size=3),
    max_leaves=5,
)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(body=anything, operations=st.lists(st.fixed_dictionaries({"op": st.sampled_from(["add", "Replace", "remove"])},
       optional={"path": names, "value": anything}), max_size=3))  # fmt: skip
def test_no_body_at_all_makes_the_server_fail(okta_client, zoe, body, operations):
    path = f"/Users/{zoe['id']}"

    sent, patch = json.dumps(body).encode(), json.dumps({"Operations": operations}).encode()
    answers = [okta_client.post("/Users", sent), okta_client.put(path, sent), okta_client.post("/.search", sent),
               okta_client.send("PATCH", path, patch)]  # fmt: skip

    assert all(answer.status_code < 500 for answer in answers)


def test_null_characters_in_names_and_paths_reach_no_table(okta_client, zoe):
    answers = [
        okta_client.post("/Users", b'{"userName": "kim@acme.example", "a\\u0000b": 1, "name.\\u0000": 2}'),
        okta_client.send("PATCH", f"/Users/{zoe['id']}", b'{"Operations": [{"op": "add", "value": {"x\\u0000": 1}}]}'),
        okta_client.send(
            "PATCH", f"/Users/{zoe['id']}", b'{"Operations": [{"op": "add", "path": "a\\u0000", "value": 1}]}'
        ),
        okta_client.get("/Users/%00"),
        okta_client.get("/Users", **{"User-Agent": "x" * 5000}),
    ]

    assert [answer.status_code for answer in answers] == [201, 200, 400, 404, 200]


def test_a_method_that_is_not_answered_names_those_that_are(okta_client):
    answer = okta_client.send("OPTIONS", "/Users")

    assert (answer.status_code, answer["Allow"]) == (405, "GET, POST")


def test_an_address_with_too_many_parameters_is_refused(okta_client):
    answer = okta_client.get("/Users?" + "&".join(f"a{number}=1" for number in range(1500)))

    assert (answer.status_code, answer.json()["scimType"]) == (400, "invalidSyntax")
