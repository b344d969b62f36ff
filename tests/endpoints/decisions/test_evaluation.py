"""May she? Decisions over HTTP as AuthZEN asks for them."""

import json

import pytest

from keyhouse.domain.people.models import Person
from keyhouse.domain.sign_in.models import AccessToken
from keyhouse.foundation import clock, ids
from tests.endpoints.decisions.conftest import ask, body, by_door, by_view, make_token

ONE, MANY = "/access/v1/evaluation", "/access/v1/evaluations"


def test_a_grant_is_answered_with_its_reason(cast, token, granted):
    status, found = ask(ONE, body(cast.ben, "ADVERTISE", cast.act_1001), token)

    assert (status, found["decision"]) == (200, True)
    assert found["context"]["reasons"] == [
        {
            "code": "direct",
            "text": "A grant on the asset.",
            "path": [
                {"type": "grant", "id": str(granted.id)},
                {"type": "portfolio", "id": str(cast.spring_campaign.id)},
            ],
        }
    ]


def test_a_refusal_says_what_is_missing(cast, token):
    status, found = ask(ONE, body(cast.ben, "ADVERTISE", cast.act_1001), token)

    assert (status, found["decision"]) == (200, False)
    assert [one["code"] for one in found["context"]["reasons"]] == ["task_not_given"]


@pytest.mark.parametrize(
    "change",
    [
        {"subject": {"type": "robot", "id": "1"}},
        {"subject": {"type": "person", "id": "1"}},
        {"subject": {"type": "person", "id": "ada@acme.example"}},
        {"subject": {"type": "person", "id": "-5"}},
        {"resource": {"type": "page", "id": "1"}},
        {"resource": {"type": "castle", "id": "1"}},
        {"action": {"name": "FLY"}},
    ],
    ids=["type", "unknown", "email", "negative", "asset", "castle", "task"],
)
def test_a_wrong_type_an_unknown_id_and_an_unknown_task_are_denied(cast, token, change):
    status, found = ask(ONE, body(cast.ada, "MANAGE", cast.act_1001) | change, token)

    assert (status, found["decision"]) == (200, False)


def test_the_asset_is_of_the_type_that_is_named(cast, token):
    question = body(cast.ada, "MANAGE", cast.act_1001)
    question["resource"]["type"] = "page"

    assert ask(ONE, question, token)[1]["decision"] is False


def test_nobody_gets_no_decision(cast, granted):
    question = body(cast.ben, "ADVERTISE", cast.act_1001)

    assert ask(ONE, question, "")[0] == 401
    assert ask(ONE, question, "kh_api_wrong")[0] == 401
    assert by_view(ONE, b"{}")[1]["WWW-Authenticate"] == 'Bearer realm="Keyhouse"'


@pytest.mark.parametrize("door", [by_view, by_door], ids=["view", "hot"])
def test_mallory_is_answered_as_if_nothing_of_acme_existed(cast, granted, door):
    """AUTH-1: the answer about another organization's asset equals the one about an id that was never given."""
    rival, question = make_token(cast.rival, "decide"), body(cast.ben, "ADVERTISE", cast.act_1001)
    nowhere = json.loads(json.dumps(question))
    nowhere["resource"]["id"] = str(ids.new(ids.Kind.ASSET))
    nowhere["subject"]["id"] = str(ids.new(ids.Kind.PERSON))

    assert ask(ONE, question, rival, door) == ask(ONE, nowhere, rival, door)
    assert ask(ONE, question, rival, door)[1]["decision"] is False


@pytest.mark.parametrize("door", [by_view, by_door], ids=["view", "hot"])
def test_a_token_without_the_permission_may_not_ask(cast, door):
    status, found = ask(ONE, body(cast.ada, "MANAGE", cast.act_1001), make_token(cast.acme, "security_logs.read"), door)

    assert (status, found["error"]["status"]) == (403, 403)
    assert "decide" in found["error"]["message"]


@pytest.mark.parametrize("door", [by_view, by_door], ids=["view", "hot"])
def test_every_token_that_has_ended_is_refused(cast, token, door):
    """WEB-5: nothing but the whole token opens the door."""
    question = body(cast.ada, "MANAGE", cast.act_1001)
    ended = make_token(cast.acme, "decide", until=clock.now())
    off = make_token(cast.acme, "decide", state="disabled")
    parts = [token[:-1], token[1:], token.upper(), token + "=", f"{token} x", token[:20]]

    assert ask(ONE, question, token, door)[0] == 200
    assert {ask(ONE, question, one, door)[0] for one in (ended, off, *parts)} == {401}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "not JSON"),
        (b"[]", "not a JSON object"),
        (b"{}", "subject is missing"),
        (b'{"subject": {"type": "person"}, "resource": {"type": "page", "id": "1"}}', "subject.id is missing"),
        (b'{"subject": {"type": "person", "id": 1}, "resource": {"type": "page", "id": "1"}}', "subject.id is missing"),
        (b'{"subject": {"type": "person", "id": "1"}, "resource": {"type": "page", "id": "1"}}', "action is missing"),
        (b'{"subject": {"type": "p", "id": "1", "properties": 1}, "resource": {}, "action": {}}', "properties"),
    ],
    ids=["empty", "list", "nothing", "no_id", "number", "no_action", "properties"],
)
def test_a_request_of_another_form_is_refused_with_the_field(cast, token, content, said):
    status, found = ask(ONE, content, token)

    assert status == 400
    assert said in found["error"]["message"]


def test_the_id_of_the_request_comes_back(cast, token):
    content = json.dumps(body(cast.ada, "MANAGE", cast.act_1001)).encode()

    assert by_view(ONE, content, token, **{"X-Request-ID": "bfe9eb29"})[1]["X-Request-ID"] == "bfe9eb29"
    assert by_view(ONE, content, token, **{"X-Request-ID": "a b"})[1]["X-Request-ID"] is None


def test_a_deactivation_counts_at_once_on_both_doors(cast, token, granted):
    question = body(cast.ben, "ADVERTISE", cast.act_1001)
    assert ask(ONE, question, token, by_door)[1]["decision"] is True

    Person.objects.of(cast.acme).filter(id=cast.ben.id).update(state="deactivated")

    assert ask(ONE, question, token, by_door)[1]["decision"] is False
    assert ask(ONE, question, token, by_view)[1]["decision"] is False


def test_the_use_of_a_token_is_noted(cast, token):
    AccessToken.objects.of(cast.acme).update(last_used_at=None)

    ask(ONE, body(cast.ada, "MANAGE", cast.act_1001), token, by_door)

    assert AccessToken.objects.of(cast.acme).get().last_used_at is not None
