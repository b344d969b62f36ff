"""The door of SCIM: who is let in, at which addresses, with which headers."""

import pytest

from keyhouse.domain.connections.models import Connection
from keyhouse.domain.sign_in.models import AccessToken
from keyhouse.foundation import clock
from tests.endpoints.scim.conftest import ScimClient, body_of, make_token

ROUTES = [
    ("GET", "/Users"), ("POST", "/Users"), ("GET", "/Users/1"), ("PUT", "/Users/1"), ("PATCH", "/Users/1"),
    ("DELETE", "/Users/1"), ("POST", "/.search"), ("POST", "/Users/.search"), ("GET", "/ServiceProviderConfig"),
    ("GET", "/ResourceTypes"), ("GET", "/Schemas"), ("GET", "/Groups"), ("POST", "/Bulk"), ("GET", "/Me"),
    ("GET", "/x"),
]  # fmt: skip


def refused(token, status):
    client = ScimClient(token)
    for method, path in ROUTES:
        from keyhouse.endpoints.scim.attempts import attempts

        attempts.forget()
        answer = client.send(method, path, {} if method in ("POST", "PUT", "PATCH") else None)
        assert answer.status_code == status, (method, path)
        assert answer.json()["status"] == str(status)
        if status == 401:
            assert answer["WWW-Authenticate"].startswith("Bearer")


def test_nobody_is_let_in_without_a_good_token(cast):
    """SCIM-2: no token, a made-up one, a revoked one, an expired one."""
    revoked, expired = make_token(cast.scim), make_token(cast.scim)
    AccessToken.objects.of(cast.acme).order_by("id").first().delete()
    AccessToken.objects.of(cast.acme).update(until=clock.now())

    for token in ("", "kh_scim_made-up", revoked, expired):
        refused(token, 401)


def test_a_token_of_another_kind_opens_nothing(cast):
    refused(make_token(cast.scim, kind="system_user"), 401)


def test_an_integration_needs_the_permission_to_manage_accounts(cast):
    shop = Connection.objects.of(cast.acme).create(kind="integration", name="shop", state="active", made_at=clock.now())
    refused(make_token(shop, "integration", ("decide",)), 403)

    good = ScimClient(make_token(shop, "integration", ("accounts.manage",)))
    assert good.post("/Users", body_of()).status_code == 201
    assert good.get("/Users").json()["totalResults"] == 1


def test_a_token_of_a_connection_that_is_off_opens_nothing(cast):
    token = make_token(cast.scim)
    Connection.objects.of(cast.acme).filter(id=cast.scim.id).update(state="disabled")

    refused(token, 401)


def test_part_of_a_token_is_not_enough(cast):
    """WEB-5: prefixes, suffixes, other case and padding of a good token are refused."""
    from keyhouse.endpoints.scim.attempts import attempts

    token = make_token(cast.scim)
    near = [token[:-1], token[1:], token.upper(), token.swapcase(), token + "=", token + "A", token[:20], token * 2]

    for each in near:
        attempts.forget()
        assert ScimClient(each).get("/Users").status_code == 401


def test_after_ten_failures_an_address_waits(cast, okta_client):
    for _ in range(10):
        assert ScimClient("kh_scim_wrong").get("/Users").status_code == 401

    answer = ScimClient("kh_scim_wrong").get("/Users")

    assert answer.status_code == 429 and 0 < int(answer["Retry-After"]) <= 61
    assert okta_client.get("/Users").status_code == 200
    assert ScimClient("").get("/Users").status_code == 401


@pytest.mark.parametrize(
    "path",
    ["/scim/v2/Users", "/scim/v2/Users/", "/scim/v2//Users", "/scim//v2/Users//", "/scim/Users", "/Users", "/Users/",
     "/scim/v2/Users?aadOptscim062020&x=1", "/scim/v2/Groups", "/Groups", "/Schemas", "/Schemas/Users",
     "/Schemas/Groups",
     "/ServiceProviderConfigs", "/scim/v2/ServiceProviderConfigs", "/ResourceTypes/User",
     "/scim/v2/Schemas/urn:ietf:params:scim:schemas:core:2.0:User"],
)  # fmt: skip
def test_every_alias_answers(okta_client, path):
    okta_client.base = ""

    assert okta_client.get(path).status_code == 200


def test_links_lead_to_the_canonical_address_whatever_host_was_asked(okta_client):
    okta_client.base = ""

    answer = okta_client.post("/Users", body_of(), Host="localhost")

    assert answer["Location"] == f"http://127.0.0.1:8000/scim/v2/Users/{answer.json()['id']}"


def test_host_rooted_errors_speak_to_graph_clients_too(okta_client):
    okta_client.base = ""

    assert okta_client.get("/Users/1").json()["error"]["code"] == 100
    assert "error" not in okta_client.get("/scim/v2/Users/1").json()


@pytest.mark.parametrize(
    ("kind", "status"),
    [("application/scim+json", 201), ("application/json; charset=utf-8", 201), ("APPLICATION/JSON", 201), ("", 201),
     ("text/plain", 415), ("application/x-www-form-urlencoded", 415), ("multipart/form-data; boundary=x", 415)],
)  # fmt: skip
def test_bodies_are_json(okta_client, kind, status):
    answer = okta_client.post("/Users", body_of(), content_type=kind, Accept="text/html")

    assert answer.status_code == status
    assert answer["Content-Type"] == "application/scim+json; charset=utf-8"


def test_a_request_id_is_echoed_or_made(okta_client):
    assert okta_client.get("/Users", **{"X-Request-Id": "abc-1"})["X-Request-Id"] == "abc-1"
    assert len(okta_client.get("/Users")["X-Request-Id"]) == 16
    assert okta_client.get("/Users", **{"X-Request-Id": "a\tb"})["X-Request-Id"] != "a\tb"


def test_versions_guard_changes_and_spare_reads(okta_client, zoe):
    path, change = f"/Users/{zoe['id']}", {"op": "replace", "path": "title", "value": "Lead"}

    assert okta_client.patch(path, change, **{"If-Match": 'W/"9"'}).status_code == 412
    assert okta_client.patch(path, change, **{"If-Match": 'W/"1"'})["ETag"] == 'W/"2"'
    assert okta_client.get(path, **{"If-None-Match": 'W/"2"'}).status_code == 304
    assert okta_client.get(path, **{"If-None-Match": 'W/"1"'}).status_code == 200


def test_a_change_that_changes_nothing_leaves_version_and_time(okta_client, zoe):
    path = f"/Users/{zoe['id']}"

    again = [okta_client.put(path, body_of()), okta_client.patch(path, {"op": "replace", "value": body_of()})]

    assert [answer.json()["meta"] for answer in again] == [zoe["meta"], zoe["meta"]]


def test_a_patch_without_wanted_attributes_answers_nothing(okta_client, zoe):
    path = f"/Users/{zoe['id']}?attributes="

    answer = okta_client.patch(path, {"op": "replace", "path": "title", "value": "Lead"})

    assert answer.status_code == 204 and answer.content == b""


def test_only_wanted_attributes_are_shown(okta_client, zoe):
    shown = okta_client.get(f"/Users/{zoe['id']}?attributes=userName,name.givenName").json()
    listed = okta_client.get("/Users?excludedAttributes=emails,meta").json()["Resources"][0]

    assert set(shown) == {"schemas", "id", "userName", "name"}
    assert "emails" not in listed and "meta" not in listed and listed["id"] == zoe["id"]


def test_what_is_not_offered_says_so(okta_client):
    assert okta_client.get("/Me").status_code == 501
    assert okta_client.post("/Groups", {"displayName": "x"}).status_code == 501
    assert okta_client.post("/Bulk", {}).status_code == 501
    assert okta_client.send("DELETE", "/Users").status_code == 405
    assert okta_client.get("/Schemas?filter=id eq 1").status_code == 403


def test_what_only_keyhouse_knows_is_told_to_those_who_ask_by_name(okta_client, zoe):
    urn = "urn:keyhouse:params:scim:schemas:extension:2.0:User"

    asked = okta_client.get(f"/Users/{zoe['id']}?attributes=userName,{urn}").json()
    listed = okta_client.get(f"/Users?attributes={urn}:state").json()["Resources"][0]

    assert urn not in zoe and urn not in zoe["schemas"]
    assert asked[urn]["state"] == "invited" and asked[urn]["portfolios"] == 0
    assert listed[urn] == {"state": "invited"}


def test_forwarded_addresses_count_only_from_a_trusted_proxy(cast, okta_client, settings, monkeypatch):
    """WEB-1: whoever forges the header doesn't spend another's failed attempts, nor escape her own."""
    wrong = ScimClient("kh_scim_wrong")
    for number in range(10):
        assert wrong.get("/Users", **{"X-Forwarded-For": f"192.0.2.{number}"}).status_code == 401
    forged = wrong.get("/Users", **{"X-Forwarded-For": "192.0.2.99"}).status_code

    monkeypatch.setattr(settings.KEYHOUSE, "trusted_proxies", "127.0.0.0/8")
    believed = wrong.get("/Users", **{"X-Forwarded-For": "192.0.2.99"}).status_code

    assert (forged, believed) == (429, 401)
