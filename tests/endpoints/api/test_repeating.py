"""A repeated request has the effect of one."""

from __future__ import annotations

from typing import Any

import pytest
import time_machine
from django.test import Client

from keyhouse.domain.people.models import Person
from keyhouse.foundation import clock
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.replays.jobs import KEPT, forget_answers
from keyhouse.foundation.replays.models import KeptAnswer
from tests.endpoints.api.calling import own_token
from tests.racing import at_once

GIL = {"email": "gil@acme.example"}


def adding(token: str, key: str, body: dict[str, str] = GIL) -> Any:
    """Add a person, under a key."""
    headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": key}
    return Client().post("/api/v1/people", body, content_type="application/json", headers=headers)


def test_the_same_request_again_gets_the_same_answer(cast: Any):
    """REL-2: one person, one event, twice the same answer."""
    token = own_token(cast.ada)

    first, second = adding(token, "a"), adding(token, "a")

    assert first.status_code == second.status_code == 201 and first.json() == second.json()
    assert second["Idempotent-Replay"] == "true" and "Idempotent-Replay" not in first
    assert Person.objects.of(cast.acme).filter(email_folded="gil@acme.example").count() == 1


def test_another_request_under_the_same_key_is_refused(cast: Any, untouched: Any):
    token = own_token(cast.ada)
    adding(token, "a")

    with untouched():
        refused = adding(token, "a", {"email": "hal@acme.example"})

    assert refused.status_code == 409 and refused.json()["error"]["code"] == "key_used_before"


def test_the_same_key_of_another_caller_is_another_request(cast: Any):
    adding(own_token(cast.ada), "a")

    assert adding(own_token(cast.erin), "a").json()["error"]["code"] != "key_used_before"
    assert adding(own_token(cast.mallory), "a", {"email": "gil@rival.example"}).status_code == 201


def test_a_refusal_may_be_tried_again(cast: Any):
    token = own_token(cast.ada)

    refused = adding(token, "a", {"email": "no address"})

    assert refused.status_code == 422 and not KeptAnswer.objects.of(cast.acme).exists()
    assert adding(token, "a").status_code == 201


def test_a_secret_in_an_answer_is_kept_encrypted(cast: Any):
    headers = {"Authorization": f"Bearer {own_token(cast.ada)}", "Idempotency-Key": "a"}
    path = f"/api/v1/identity-providers/{cast.scim.id}/tokens"

    first, second = (
        Client().post(path, {"name": "Okta"}, content_type="application/json", headers=headers) for _ in range(2)
    )

    assert first.json()["secret"] == second.json()["secret"]
    assert first.json()["secret"] not in KeptAnswer.objects.of(cast.acme).get().answer_encrypted


def test_an_answer_without_content_is_repeated(cast: Any):
    headers = {"Authorization": f"Bearer {own_token(cast.ada)}", "Idempotency-Key": "a"}
    path = f"/api/v1/people/{cast.ben.id}/sign-out"

    answers = [Client().post(path, headers=headers).status_code for _ in range(2)]

    assert answers == [204, 204]


def test_keys_are_forgotten_after_a_day(cast: Any):
    adding(own_token(cast.ada), "a")

    with time_machine.travel(clock.now() + KEPT, tick=True):
        forget_answers(organization_id=None)

    assert not KeptAnswer.objects.of(cast.acme).exists()


@pytest.mark.django_db(transaction=True)
def test_two_at_once_are_done_once(cast: Any):
    """REL-2: in parallel, on both databases."""
    token = own_token(cast.ada)

    answers = at_once(lambda: adding(token, "a"), lambda: adding(token, "a"))

    assert [one.status_code for one in answers] == [201, 201]
    told = [line.tag for line in audit.events(cast.acme.id)]
    assert told.count("person.account.created") == 1
