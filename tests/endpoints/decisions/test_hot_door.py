"""The hot door answers every request as the Django view does."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from keyhouse.domain.sign_in import hot_tokens, queries
from keyhouse.endpoints.decisions.hot_door import door
from keyhouse.foundation import clock
from tests.endpoints.decisions.conftest import body, by_door, by_view, make_token

PATHS = ("/access/v1/evaluation", "/access/v1/evaluations")
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.sampled_from(["person", "page", "MANAGE"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["subject", "resource", "action", "evaluations", "options", "type", "id", "name"]), inner
        )
    ),
    max_leaves=8,
)


def same(path, content, token, **headers):
    """Both doors say the same; answers the status."""
    slow, hot = by_view(path, content, token, **headers), by_door(path, content, token, **headers)
    assert hot == slow
    return slow[0]


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_both_doors_say_the_same_to_any_json(cast, token, granted, data):
    path = data.draw(st.sampled_from(PATHS))
    question = body(cast.ben, data.draw(st.sampled_from(["ADVERTISE", "DRAFT", "FLY"])), cast.act_1001)
    changed = question | data.draw(
        st.dictionaries(st.sampled_from([*question, "evaluations", "options"]), JSON, max_size=2)
    )

    status = same(path, json.dumps(data.draw(st.sampled_from([question, changed]))).encode(), token)

    assert status in (200, 400)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(content=st.binary(max_size=40) | st.sampled_from([b"{", b"[]", b'{"a": NaN}', b"\xff", b'{"a": "\\ud800"}']))
def test_both_doors_say_the_same_to_any_bytes(cast, token, content):
    assert same(PATHS[0], content, token) == 400


def test_both_doors_say_the_same_to_any_token_and_id(cast, token, granted):
    content = json.dumps(body(cast.ben, "ADVERTISE", cast.act_1001)).encode()

    ended = make_token(cast.acme, "decide", until=clock.now())
    for other in (token, "", "x", f"{token}x", make_token(cast.acme), ended):
        for sent in ({}, {"X-Request-ID": "12"}, {"X-Request-ID": "a b"}, {"Authorization": "Basic x"}):
            same(PATHS[0], content, other, **sent)


def test_other_requests_are_left_to_django():
    for method, path in (("GET", PATHS[0]), ("POST", "/access/v1/search/subject"), ("POST", "/access/v1/evaluation/")):
        assert door({"PATH_INFO": path, "REQUEST_METHOD": method}, lambda *_: None) is None


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"state": "disabled"},
        {"state": "trial"},
        {"kind": "provisioning"},
        {"kind": "system_user"},
    ],
    ids=["active", "disabled", "trial", "provisioning", "system_user"],
)
def test_a_token_is_found_as_the_slow_path_finds_it(cast, fields):
    secret = make_token(cast.acme, "decide", "people.view", **fields)

    assert hot_tokens.token(secret) == queries.token(secret)
    cast.acme.state = "suspended"
    cast.acme.save()
    assert hot_tokens.token(secret) == queries.token(secret) is None
