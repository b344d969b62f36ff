"""Whatever a client sends, reading it ends in a resource or in an error of SCIM; and it ends in the same twice."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from keyhouse.protocols.scim.errors import ScimError
from keyhouse.protocols.scim.listing import read_question
from keyhouse.protocols.scim.patching import read_patch
from keyhouse.protocols.scim.people import ENTERPRISE, USER
from keyhouse.protocols.scim.projection import project
from keyhouse.protocols.scim.reading import read_new, read_replacement

BEN = {"userName": "ben@acme.example", "active": True, "emails": [{"type": "work", "value": "ben@acme.example"}]}
keys = st.sampled_from(["value", "type", "primary", "x"])
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3),
    max_leaves=5,
)
names = st.sampled_from(
    ["userName", "active", "name", "name.givenName", "emails", "emails.value", 'emails[type eq "work"].value', "photos",
     'emails[primary eq true]', ENTERPRISE, f"{ENTERPRISE}:manager", "schemas", "id", "meta", "unknown", "urn:x"]
) | st.text(max_size=8)  # fmt: skip
operations = st.fixed_dictionaries(
    {"op": st.sampled_from(["add", "Replace", "REMOVE", "x"])},
    optional={"path": names, "value": json_values | st.dictionaries(names, json_values, max_size=3)},
)
slowly = settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow], deadline=None)
asked = st.sampled_from(["filter", "startIndex", "COUNT", "sortBy", "attributes", "cursor"])


@slowly
@given(st.lists(operations, max_size=4))
def test_any_patch_is_applied_or_refused_by_a_scim_error(given_operations):
    body = {"Operations": given_operations}
    try:
        once = read_patch(BEN, body, USER).resource
    except ScimError:
        return

    assert once["userName"]
    assert project(once, USER, wanted=("emails.value", "name")).get("userName") is None


@slowly
@given(st.dictionaries(names, json_values, max_size=5))
def test_any_body_is_read_or_refused_by_a_scim_error(body):
    for read in (read_new, lambda changes, of: read_replacement(BEN, changes, of)):
        try:
            resource = read({"userName": "ben@acme.example", **body}, USER).resource
        except ScimError:
            continue
        assert read_replacement(resource, resource, USER).resource == resource


@slowly
@given(st.dictionaries(asked, json_values))
def test_any_question_is_read_or_refused_by_a_scim_error(parameters):
    try:
        question = read_question(parameters, USER)
    except ScimError:
        return

    assert question.start >= 1
    assert 0 <= question.count <= 500
