"""PATCH is understood in every dialect, and changes all or nothing."""

from copy import deepcopy

import pytest

from keyhouse.protocols.scim.errors import InvalidPath, InvalidSyntax, InvalidValue, Mutability, NoTarget
from keyhouse.protocols.scim.groups import GROUP
from keyhouse.protocols.scim.patching import read_patch
from keyhouse.protocols.scim.people import AUTH_METHOD, ENTERPRISE, USER

BEN = {"userName": "ben@acme.example", "active": True, "name": {"givenName": "Ben", "familyName": "Example"}}
MARKETING = {"displayName": "Marketing", "members": [{"value": "1"}, {"value": "2"}, {"value": "3"}]}


def patched(*operations, of=BEN, kind=USER):
    before = deepcopy(of)
    outcome = read_patch(of, {"Operations": list(operations)}, kind)
    assert of == before
    return outcome.resource


def op(name, path=None, **value):
    return {"op": name, **({"path": path} if path else {}), **value}


@pytest.mark.parametrize(
    "operation",
    [
        op("replace", value={"active": False}),
        op("Replace", "active", value="False"),
        op("replace", "active", value=False),
        op("Add", "active", value="false"),
        op("REPLACE", "Active", value=0),
        op("replace", value={"Active": "0"}),
        op("replace", "urn:ietf:params:scim:schemas:core:2.0:User:active", value=False),
        op("replace", "active", value=[False]),
    ],
)
def test_active_is_switched_off_in_every_dialect(operation):
    assert patched(operation)["active"] is False


def test_the_operations_may_be_named_in_lower_case():
    body = {"operations": [{"OP": "replace", "Path": "title", "Value": "Lead"}]}

    assert read_patch(BEN, body, USER).resource["title"] == "Lead"


def test_the_default_dialect_of_entra_id_is_applied_whole():
    after = patched(
        op("Replace", "displayName", value="Ben E."),
        op("Replace", 'emails[type eq "work"].value', value="ben@acme.example"),
        op("Replace", "name.familyName", value="Sample"),
        op("Add", "nickName", value="Benny"),
        op("Replace", f"{ENTERPRISE}:employeeNumber", value="7"),
    )

    assert after["displayName"] == "Ben E."
    assert after["emails"] == [{"type": "work", "value": "ben@acme.example"}]
    assert after["name"] == {"givenName": "Ben", "familyName": "Sample"}
    assert after["nickName"] == "Benny"
    assert after[ENTERPRISE] == {"employeeNumber": "7"}


def test_keys_of_a_pathless_value_are_dotted_prefixed_or_whole_extensions():
    after = patched(
        op("replace", value={
            "displayName": "Ben E.", "name.givenName": "Benjamin", f"{ENTERPRISE}:employeeNumber": "7",
            AUTH_METHOD: {"auth_method": "sso"}, 'addresses[type eq "work"].country': "DE", "id": "5",
            "schemas": [], "meta": {},
        })
    )  # fmt: skip

    assert after["name"] == {"givenName": "Benjamin", "familyName": "Example"}
    assert after[ENTERPRISE] == {"employeeNumber": "7"}
    assert after[AUTH_METHOD] == {"authMethod": "sso"}
    assert after["addresses"] == [{"type": "work", "country": "DE"}]
    assert "id" not in after


def test_a_manager_may_be_a_text_an_object_or_a_managerid():
    for operation in (
        op("add", f"{ENTERPRISE}:manager", value="12"),
        op("add", f"{ENTERPRISE}:manager.value", value="12"),
        op("add", f"{ENTERPRISE}:managerId", value="12"),
        op("replace", value={ENTERPRISE: {"manager": {"value": "12"}}}),
        op("replace", f"{ENTERPRISE}:manager", value=[{"value": "12"}]),
    ):
        assert patched(operation)[ENTERPRISE] == {"manager": {"value": "12"}}


def test_a_removed_attribute_is_gone_and_an_empty_text_removes_too():
    full = {**BEN, "title": "Lead", ENTERPRISE: {"department": "Sales"}}

    assert "title" not in patched(op("remove", "title"), of=full)
    assert "title" not in patched(op("replace", "title", value=""), of=full)
    assert ENTERPRISE not in patched(op("Remove", f"{ENTERPRISE}:department"), of=full)
    assert ENTERPRISE not in patched(op("remove", ENTERPRISE), of=full)


def test_added_values_join_the_others_and_equal_ones_are_not_doubled():
    home = {"type": "home", "value": "ben.home@mail.example"}
    once = patched(
        op("add", "emails", value=[home]), of={**BEN, "emails": [{"type": "work", "value": "b@acme.example"}]}
    )
    twice = patched(op("add", "emails", value=home), of=once)

    assert once["emails"] == twice["emails"] == [{"type": "work", "value": "b@acme.example"}, home]


def test_a_new_primary_value_clears_the_old_mark():
    two = {**BEN, "emails": [{"type": "work", "value": "a@acme.example", "primary": True}]}
    after = patched(op("add", "emails", value=[{"value": "b@acme.example", "primary": True}]), of=two)
    back = patched(op("replace", 'emails[type eq "work"].primary', value="True"), of=after)

    assert [each["primary"] for each in after["emails"]] == [False, True]
    assert [each["primary"] for each in back["emails"]] == [True, False]


def test_elements_chosen_by_a_filter_are_removed_and_absent_ones_are_no_error():
    two = {**BEN, "emails": [{"type": "work", "value": "a@acme.example"}, {"type": "home", "value": "b@mail.example"}]}

    assert patched(op("remove", 'emails[type eq "home"]'), of=two)["emails"] == two["emails"][:1]
    assert patched(op("remove", 'emails[type eq "other"]'), of=two) == two
    assert patched(op("remove", 'emails[type eq "home"].value'), of=two)["emails"] == two["emails"][:1]


def test_remove_value_array():
    """A removal with a value array removes those only; without a value it removes all."""
    left = [{"value": "1"}, {"value": "3"}]

    assert patched(op("Remove", "members", value=[{"value": "2"}]), of=MARKETING, kind=GROUP)["members"] == left
    assert patched(op("remove", "members", value={"value": "2"}), of=MARKETING, kind=GROUP)["members"] == left
    assert patched(op("remove", 'members[value eq "2"]'), of=MARKETING, kind=GROUP)["members"] == left
    assert "members" not in patched(op("remove", "members"), of=MARKETING, kind=GROUP)


def test_the_rename_that_okta_sends_with_every_push_changes_nothing():
    after = patched(op("replace", value={"id": "9", "displayName": "Marketing"}), of=MARKETING, kind=GROUP)

    assert after == MARKETING


def test_unknown_attributes_are_ignored_and_named():
    outcome = read_patch(BEN, {"Operations": [
        op("add", "shoeSize", value=44),
        op("add", value={"hat": 1, "two words": 2, "urn:x:y:z": 3, f"{ENTERPRISE}:rank": 4}),
        op("replace", value={ENTERPRISE: {"shoe": 1}}), op("add", 'ims[type eq "icq"].value', value="1"),
    ]}, USER)  # fmt: skip

    assert outcome.resource == BEN
    assert outcome.ignored == (
        "shoeSize", "hat", "two words", "urn:x:y:z", f"{ENTERPRISE}:rank", f"{ENTERPRISE}:shoe",
        'ims[type eq "icq"].value'
    )  # fmt: skip


@pytest.mark.parametrize(
    ("operations", "error"),
    [
        ([op("remove", "active")], Mutability),
        ([op("remove", "userName")], Mutability),
        ([op("remove", "id")], Mutability),
        ([op("replace", "id", value="5")], Mutability),
        ([op("replace", "userName", value="")], InvalidValue),
        ([op("replace", "emails[type eq", value="x")], InvalidPath),
        ([op("replace", "emails[]", value="x")], InvalidPath),
        ([op("replace", "one two", value="x")], InvalidPath),
        ([op("replace", "title", value="Lead"), op("replace", 'title[type eq "x"]', value="x")], InvalidPath),
        ([op("remove")], NoTarget),
        ([op("replace", value="x")], InvalidValue),
        ([op("replace", "active", value="maybe")], InvalidValue),
        ([op("replace", "title", value={"a": 1})], InvalidValue),
        ([op("replace", "title", value="a\x00b")], InvalidValue),
        ([op("replace", "name", value="Ben")], InvalidValue),
        ([op("replace", ENTERPRISE, value="Ben")], InvalidValue),
        ([op("replace", "title", value="x" * 2001)], InvalidValue),
        ([op("replace", "emails", value=[{"value": str(n)} for n in range(201)])], InvalidValue),
        ([op("move", "title", value="x")], InvalidSyntax),
        ([op(5, "title", value="x")], InvalidSyntax),
        ([{"op": "replace", "path": 5, "value": 1}], InvalidPath),
        (["x"], InvalidSyntax),
        ([], InvalidSyntax),
        ([op("replace", "title", value="x")] * 1001, InvalidSyntax),
    ],
)
def test_what_cannot_be_done_is_refused_by_its_name(operations, error):
    with pytest.raises(error):
        patched(*operations)


@pytest.mark.parametrize("body", [None, [], "x", 5, {}, {"Operations": None}, {"Operations": "x"}])
def test_a_body_without_operations_is_refused(body):
    with pytest.raises(InvalidSyntax):
        read_patch(BEN, body, USER)
