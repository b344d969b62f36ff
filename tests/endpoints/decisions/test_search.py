"""Who may, with what may she, which tasks: lists that equal the sum of the single answers, page by page."""

import json

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from keyhouse.domain.grants.models import TaskGrant
from keyhouse.foundation import clock
from tests.cast import make_asset, make_member, make_person
from tests.endpoints.decisions.conftest import ask, body, make_token


def search(kind, cast, token, person, task, asset, **more):
    return ask(f"/access/v1/search/{kind}", {**body(person, task, asset), **more}, token)


def test_who_may(cast, token, granted):
    status, found = search("subject", cast, token, cast.ben, "ADVERTISE", cast.act_1001)

    assert status == 200
    assert [one["id"] for one in found["results"]] == sorted([str(cast.ada.id), str(cast.ben.id)])
    assert found["page"] == {"next_token": "", "count": 2}


def test_with_what_she_may(cast, token, granted):
    assert search("resource", cast, token, cast.ben, "ANALYZE", cast.act_1001)[1]["results"] == [
        {"type": "ad_account", "id": str(cast.act_1001.id)}
    ]
    assert search("resource", cast, token, cast.ben, "ANALYZE", cast.acme_bikes)[1]["results"] == []


def test_which_tasks_she_may_do(cast, token, granted):
    found = search("action", cast, token, cast.ben, "", cast.act_1001)[1]

    assert found["results"] == [{"name": "ADVERTISE"}, {"name": "ANALYZE"}]


def test_what_is_looked_for_needs_no_id(cast, token, granted):
    asked = body(cast.ben, "ADVERTISE", cast.act_1001)
    del asked["subject"]["id"]

    assert len(ask("/access/v1/search/subject", asked, token)[1]["results"]) == 2


def test_mallory_finds_nobody_and_nothing(cast, granted):
    """AUTH-1: no list holds what is another organization's."""
    rival = make_token(cast.rival, "decide")

    for kind in ("subject", "resource", "action"):
        assert search(kind, cast, rival, cast.ben, "ADVERTISE", cast.act_1001)[1]["results"] == []


@pytest.fixture
def many_people(cast):
    people = [make_person(cast.acme, f"p{n}@acme.example", f"P{n}") for n in range(5)]
    for person in people:
        make_member(cast.spring_campaign, person)
        TaskGrant.objects.of(cast.acme).create(
            portfolio=cast.spring_campaign,
            subject_id=person.id,
            object_id=cast.act_1001.id,
            tasks=1,
            asset_type="ad_account",
            given_at=clock.now(),
        )
    return [cast.ada, *people]


def test_pages_hold_everybody_once(cast, token, many_people):
    found, after = [], ""
    for _ in range(4):
        page = {"limit": 2, "token": after}
        answer = search("subject", cast, token, cast.ben, "DRAFT", cast.act_1001, page=page)[1]
        found += [one["id"] for one in answer["results"]]
        after = answer["page"]["next_token"]
        if not after:
            break

    assert found == sorted(str(one.id) for one in many_people)


def test_a_page_token_is_good_for_its_own_question_alone(cast, token, many_people):
    """WEB-4: altered, foreign and old tokens are refused."""
    other = make_asset(cast.spring_campaign, "ad_account", "Other")
    page = search("subject", cast, token, cast.ben, "DRAFT", cast.act_1001, page={"limit": 2})[1]["page"]["next_token"]
    rival = make_token(cast.rival, "decide")

    for bearer, asset, given_ in (
        (token, cast.act_1001, page[:-1]),
        (token, cast.act_1001, page + "x"),
        (token, other, page),
        (rival, cast.act_1001, page),
        (token, cast.act_1001, 5),
    ):
        answer = search("subject", cast, bearer, cast.ben, "DRAFT", asset, page={"token": given_})
        assert answer[0] == 400
        assert "page.token" in answer[1]["error"]["message"]


@settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    page=st.dictionaries(
        st.sampled_from(["token", "limit", "next_token"]),
        st.text(max_size=30) | st.integers() | st.none() | st.booleans(),
    )
)
def test_no_page_breaks_the_search(cast, token, page):
    """WEB-4: whatever stands in a page is refused or bound, never run."""
    assert search("subject", cast, token, cast.ben, "DRAFT", cast.act_1001, page=page)[0] in (200, 400)


def test_the_configuration_names_the_addresses(db):
    found = json.loads(Client().get("/.well-known/authzen-configuration").content)

    assert found["policy_decision_point"] == "http://127.0.0.1:8000"
    assert found["search_subject_endpoint"] == "http://127.0.0.1:8000/access/v1/search/subject"
    assert Client().get("/access/v1/evaluation").status_code == 405


def test_nobody_and_a_token_without_permission_may_not_search(cast):
    assert search("subject", cast, "", cast.ben, "DRAFT", cast.act_1001)[0] == 401
    assert search("subject", cast, make_token(cast.acme), cast.ben, "DRAFT", cast.act_1001)[0] == 403
