"""POST and PUT bodies are read by canonical names; PUT leaves alone what it doesn't mention."""

import pytest

from keyhouse.protocols.scim.errors import InvalidSyntax, InvalidValue
from keyhouse.protocols.scim.people import ACCOUNT_STATUS, CORE, ENTERPRISE, TERM_DATES, USER
from keyhouse.protocols.scim.reading import read_new, read_replacement

BEN = {
    "userName": "ben@acme.example", "externalId": "0a21", "active": True, "title": "Lead",
    "name": {"givenName": "Ben", "middleName": "B."}, ENTERPRISE: {"department": "Sales", "employeeNumber": "7"},
}  # fmt: skip


def test_the_body_that_okta_creates_with_is_read_whole():
    body = {
        "schemas": [CORE], "userName": "ben@acme.example", "name": {"givenName": "Ben", "familyName": "Example"},
        "emails": [{"primary": True, "value": "ben@acme.example", "type": "work"}], "displayName": "Ben Example",
        "locale": "en-US", "externalId": "00ujl29u0le5T6Aj10h7", "groups": [], "password": "1mz050nq", "active": True,
    }  # fmt: skip

    outcome = read_new(body, USER)

    assert outcome.resource == {name: body[name] for name in body if name not in ("schemas", "groups")}
    assert outcome.ignored == ()


def test_names_are_read_without_case_and_urns_in_every_spelling():
    outcome = read_new(
        {
            "USERNAME": "ben@acme.example", "URN:scim:schemas:extension:ENTERPRISE:1.0": {"EMPLOYEENUMBER": "7"},
            TERM_DATES.replace("2.0", "1.0"): {"startDate": "2026-11-24", "termDate": 0},
            "urn:ietf:params:scim:schemas:core:2.0/User:title": "Lead", "name.givenName": "Ben", "shoeSize": 44,
            "urn:scim:schemas:extension:facebook:accountstatusdetails:1.0": {"invited": "true", "claimed": True},
        },
        USER,
    )  # fmt: skip

    assert outcome.resource == {
        "userName": "ben@acme.example", "title": "Lead", "name": {"givenName": "Ben"},
        ENTERPRISE: {"employeeNumber": "7"}, TERM_DATES: {"startDate": 1795478400, "termDate": 0},
        ACCOUNT_STATUS: {"invited": True},
    }  # fmt: skip
    assert outcome.ignored == ("shoeSize",)


def test_phone_numbers_are_kept_as_they_were_sent():
    body = {"userName": "ben@acme.example", "phoneNumbers": [{"value": "+44 20 7946;ext=12345", "type": "work"}]}

    assert read_new(body, USER).resource["phoneNumbers"] == body["phoneNumbers"]


def test_put_without_active():
    """A PUT that doesn't mention `active`, or anything else, leaves it alone."""
    after = read_replacement(BEN, {"schemas": [CORE], "title": "Chief"}, USER).resource

    assert after == {**BEN, "title": "Chief"}


def test_null_an_empty_list_and_an_empty_text_clear():
    body = {
        "title": None,
        "name": {"givenName": "Ben", "middleName": ""},
        "phoneNumbers": [],
        ENTERPRISE: {"department": None},
    }
    after = read_replacement({**BEN, "phoneNumbers": [{"value": "1"}]}, body, USER).resource

    assert "title" not in after and "phoneNumbers" not in after
    assert after["name"] == {"givenName": "Ben"}
    assert after[ENTERPRISE] == {"employeeNumber": "7"}


def test_strict_replace_clears_what_is_absent_but_never_the_keys_of_the_account():
    after = read_replacement(BEN, {"displayName": "Ben"}, USER, strict=True).resource

    assert after == {"userName": "ben@acme.example", "externalId": "0a21", "active": True, "displayName": "Ben"}


def test_ids_and_read_only_attributes_of_the_body_have_no_effect():
    after = read_replacement(BEN, {"id": "5", "meta": {"version": "x"}, "groups": [{"value": "1"}]}, USER).resource

    assert after == BEN


@pytest.mark.parametrize("body", [None, [], "x", 5])
def test_a_body_that_is_no_object_is_refused(body):
    with pytest.raises(InvalidSyntax):
        read_new(body, USER)


@pytest.mark.parametrize(
    "change",
    [
        {"userName": None}, {"userName": "  "}, {"userName": {"a": 1}}, {"userName": ["a", "b"]}, {"active": "maybe"},
        {"active": {"value": True}}, {"name": "Ben"}, {ENTERPRISE: []}, {ENTERPRISE: "x"}, {"title": "\ud800"},
        {TERM_DATES: {"termDate": "soon"}}, {TERM_DATES: {"termDate": 10**30}},
        {TERM_DATES: {"termDate": float("inf")}},
        {"emails": [{"value": {"a": 1}}]}, {"emails": [[["x"]], ["a", "b"]]},
    ],
)  # fmt: skip
def test_a_value_of_the_wrong_kind_is_refused(change):
    with pytest.raises(InvalidValue):
        read_new({"userName": "ben@acme.example", **change}, USER)
