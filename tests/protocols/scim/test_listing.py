"""Paging, projection and discovery answer in the shapes that clients expect."""

import pytest

from keyhouse.protocols.scim import discovery
from keyhouse.protocols.scim.checks import check_content_type, check_json, check_size, check_version, names_version
from keyhouse.protocols.scim.errors import InvalidSyntax, InvalidValue, TooLarge, UnsupportedMediaType, VersionMismatch
from keyhouse.protocols.scim.groups import GROUP
from keyhouse.protocols.scim.listing import list_response, read_question
from keyhouse.protocols.scim.people import ENTERPRISE, USER
from keyhouse.protocols.scim.projection import project

BEN = {
    "schemas": ["x"], "id": "12", "userName": "ben@acme.example",
    "emails": [{"type": "work", "value": "b"}, {"value": "c"}], "name": {"givenName": "Ben", "familyName": "E."},
    ENTERPRISE: {"department": "Sales", "costCenter": "1"},
}  # fmt: skip


@pytest.mark.parametrize(
    ("parameters", "start", "count"),
    [({}, 1, 100),
     ({"startIndex": "0"}, 1, 100), ({"startIndex": "-5", "count": "-1"}, 1, 0), ({"count": "9999"}, 1, 500),
     ({"STARTINDEX": 101, "Count": 0}, 101, 0), ({"startIndex": "9" * 40}, 2**31, 100), ({"count": ""}, 1, 100)],
)  # fmt: skip
def test_paging_is_cut_to_what_is_served(parameters, start, count):
    question = read_question(parameters, USER)

    assert (question.start, question.count) == (start, count)


@pytest.mark.parametrize("parameters", [{"count": "many"}, {"startIndex": [1]}, {"filter": 5}])
def test_a_parameter_of_the_wrong_kind_is_refused(parameters):
    with pytest.raises(InvalidValue):
        read_question(parameters, USER)


def test_a_list_counts_in_integers():
    assert list_response([{"id": "1"}], total=3, start=2) == {
        "schemas": ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
        "totalResults": 3, "startIndex": 2, "itemsPerPage": 1, "Resources": [{"id": "1"}],
    }  # fmt: skip


def test_only_what_was_asked_for_is_shown_with_id_and_schemas():
    shown = project(BEN, USER, wanted=("USERNAME", "emails.value", f"{ENTERPRISE}:department", "unknown"))

    assert shown == {
        "schemas": ["x"], "id": "12", "userName": "ben@acme.example", "emails": [{"value": "b"}, {"value": "c"}],
        ENTERPRISE: {"department": "Sales"},
    }  # fmt: skip
    assert project(BEN, USER, wanted=("unknown",)) == {"schemas": ["x"], "id": "12"}


def test_what_was_excluded_is_left_out_but_never_id_and_schemas():
    shown = project(BEN, USER, unwanted=("id", "schemas", "emails", "name.givenName", f"{ENTERPRISE}:costCenter"))

    assert shown == {
        "schemas": ["x"], "id": "12", "userName": "ben@acme.example", "name": {"familyName": "E."},
        ENTERPRISE: {"department": "Sales"},
    }  # fmt: skip
    assert ENTERPRISE not in project(BEN, USER, unwanted=(ENTERPRISE,))


def test_discovery_is_what_an_independent_library_reads():
    models = pytest.importorskip("scim2_models")
    base = "https://keyhouse.example/scim/v2"

    models.ServiceProviderConfig.model_validate(
        discovery.service_provider_config(base, bulk=False, max_results=500, documentation=f"{base}/help")
    )
    for each in (USER, GROUP):
        models.ResourceType.model_validate(discovery.resource_type(base, each))
    for each in discovery.all_schemas(base, (USER, GROUP)):
        models.Schema.model_validate(each)
        assert None not in each.values()


def test_a_body_is_json_of_a_bounded_size():
    check_content_type("application/scim+json; charset=utf-8")
    check_content_type("")
    assert check_json(b'\xef\xbb\xbf{"a": 1}') == {"a": 1}

    with pytest.raises(UnsupportedMediaType):
        check_content_type("application/x-www-form-urlencoded")
    with pytest.raises(TooLarge):
        check_size(1_048_577)
    for body in (b"", b"{", b"[" * 100_000, b'{"a": NaN}', b'"\xff"', b'{"a": "\\ud800"}'):
        with pytest.raises(InvalidSyntax):
            check_json(body)


def test_versions_are_compared_weakly():
    check_version("", 'W/"3"')
    check_version('W/"2", W/"3"', 'W/"3"')
    assert names_version("*", 'W/"3"')

    with pytest.raises(VersionMismatch):
        check_version('W/"2"', 'W/"3"')
