"""Many questions at once: defaults, semantics, faults of one among others."""

import json

from tests.endpoints.decisions.conftest import ask, body

MANY = "/access/v1/evaluations"


def several(cast, semantic=None, *tasks_):
    """Ben's questions about act_1001."""
    asked = body(cast.ben, "", cast.act_1001)
    del asked["action"]
    options = {"options": {"evaluations_semantic": semantic}} if semantic else {}
    return {**asked, **options, "evaluations": [{"action": {"name": name}} for name in tasks_]}


def decisions(found):
    return [one["decision"] for one in found["evaluations"]]


def test_many_questions_are_answered_in_their_order_with_the_outer_parts_as_defaults(cast, token, granted):
    status, found = ask(MANY, several(cast, None, "DRAFT", "ADVERTISE", "FLY", "ANALYZE"), token)

    assert (status, decisions(found)) == (200, [False, True, False, True])


def test_an_inner_part_replaces_the_outer_one(cast, token, granted):
    asked = several(cast, None, "ADVERTISE", "ADVERTISE")
    asked["evaluations"][0]["subject"] = {"type": "person", "id": str(cast.dana.id)}

    assert decisions(ask(MANY, asked, token)[1]) == [False, True]


def test_the_answers_end_with_the_first_that_decides(cast, token, granted):
    for semantic, expected in (
        ("deny_on_first_deny", [True, False]),
        ("permit_on_first_permit", [True]),
        ("execute_all", [True, False, True]),
    ):
        asked = several(cast, semantic, "ADVERTISE", "DRAFT", "ANALYZE")
        assert decisions(ask(MANY, asked, token)[1]) == expected


def test_an_unknown_semantic_is_refused(cast, token):
    status, found = ask(MANY, several(cast, "guess", "ADVERTISE"), token)

    assert status == 400
    assert "evaluations_semantic" in found["error"]["message"]


def test_one_that_cannot_be_read_is_denied_among_the_others(cast, token, granted):
    asked = several(cast, None, "ADVERTISE", "ADVERTISE", "ADVERTISE")
    asked["evaluations"][0] = {"action": {}}
    asked["evaluations"][1] = "nonsense"

    found = ask(MANY, asked, token)[1]["evaluations"]

    assert [one["decision"] for one in found] == [False, False, True]
    assert found[0]["context"]["error"] == {"status": 400, "message": "action.name is missing: it is a text."}


def test_without_evaluations_it_is_one_question(cast, token, granted):
    asked = body(cast.ben, "ADVERTISE", cast.act_1001)

    assert ask(MANY, asked, token)[1]["decision"] is True
    assert ask(MANY, {**asked, "evaluations": []}, token)[1]["decision"] is True


def test_too_many_and_too_much_is_refused(cast, token):
    assert ask(MANY, {"evaluations": [{}] * 1001}, token)[0] == 400
    assert ask(MANY, json.dumps({"x": "x" * 1024 * 1024}).encode(), token)[0] == 413
