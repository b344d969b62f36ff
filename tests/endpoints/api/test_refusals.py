"""Refusals of the API: the same errors as on the pages, with code, sentence and next step."""

from __future__ import annotations

from typing import Any

import pytest

from tests.endpoints.api.calling import Caller, own_token


@pytest.fixture
def adas(cast: Any) -> Caller:
    """Ada's own token, with all that she may."""
    return Caller(own_token(cast.ada))


def test_an_unknown_id_is_a_404_with_its_code(adas: Caller):
    refused = adas("GET", "/people/999")

    assert refused.status_code == 404 and refused.json()["error"]["code"] == "no_such_person"


@pytest.mark.parametrize("path", ["/people/x", "/people/99999999999999999999", "/nothing", "/people/"])
def test_an_unknown_address_is_a_404_in_json(adas: Caller, path: str):
    refused = adas("GET", path)

    assert refused.status_code == 404 and refused.json()["error"]["code"] == "not_found"


def test_a_broken_rule_is_a_422_with_its_code(adas: Caller, untouched: Any):
    with untouched():
        refused = adas("POST", "/people", {"email": "no address"})

    assert refused.status_code == 422 and refused.json()["error"]["code"] == "not_an_address"


def test_what_is_taken_is_a_409(adas: Caller, cast: Any):
    refused = adas("POST", "/people", {"email": cast.ben.email})

    assert refused.status_code == 409 and "ben@acme.example" in refused.json()["error"]["message"]


def test_a_misspelt_field_is_named(adas: Caller):
    refused = adas("POST", "/people", {"email": "new@acme.example", "depratment": "Sales"})

    assert (
        refused.json()["error"]["fields"]
        == [
            {"field": "depratment", "message": "Extra inputs are not permitted"},
        ]
        or "depratment" in refused.json()["error"]["fields"][0]["field"]
    )


def test_a_body_that_is_no_json_is_a_400(adas: Caller, cast: Any):
    from django.test import Client

    answer = Client().post(
        "/api/v1/people", "{", content_type="application/json", headers={"Authorization": f"Bearer {adas.token}"}
    )

    assert answer.status_code == 400 and answer.json()["error"]["code"] == "unreadable"


def test_a_nobody_is_told_how_to_come_in():
    refused = Caller()("GET", "/people")

    assert refused.status_code == 401 and refused["WWW-Authenticate"].startswith("Bearer")


def test_a_cursor_of_another_list_is_refused(adas: Caller):
    refused = adas("GET", "/people?after=forged")

    assert refused.status_code == 422 and refused.json()["error"]["code"] == "no_such_place"
