"""Every request is kept, redacted, with what it changed and what was ignored."""

import pytest

from keyhouse.domain.connections import queries
from keyhouse.foundation.audit import queries as audit
from tests.endpoints.scim.conftest import body_of


def log_of(cast):
    return queries.requests_of(cast.acme.id, cast.scim.id)


def test_a_write_is_kept_with_what_it_changed_and_ignored(okta_client, zoe, cast):
    okta_client.patch(f"/Users/{zoe['id']}", {"op": "replace", "value": {"title": "Lead", "shoeSize": 44}}, **{
        "User-Agent": "Okta SCIM Client 1.0.0", "X-Request-Id": "abc"})  # fmt: skip

    row = log_of(cast)[0]
    assert (row.method, row.path, row.status) == ("PATCH", f"/Users/{zoe['id']}", 200)
    assert (row.client, row.request_id, row.ip) == ("Okta SCIM Client 1.0.0", "abc", "127.0.0.1")
    assert (row.changed, row.ignored, row.person_id) == (["title"], ["shoeSize"], int(zoe["id"]))


def test_secrets_are_masked_wherever_they_stand(okta_client, cast):
    okta_client.post("/Users", body_of(**{"x:password": "hunter2", "deep": {"a": [{"accessCode": "hunter2"}]}}))
    okta_client.patch("/Users/1", {"op": "replace", "path": "password", "value": "hunter2"})
    okta_client.post("/Users", b'{"password": "hunter2"')

    kept = " ".join(row.body + row.answer + row.reason for row in log_of(cast))
    assert "hunter2" not in kept and "1mz050nq" not in kept and okta_client.token not in kept
    assert "zoe@acme.example" in kept


def test_a_refusal_is_kept_and_told_by_the_log(okta_client, zoe, cast, untouched):
    kept = ("connections_provisioningrequest", "audit_auditevent", "audit_auditpersonal")
    with untouched(but=kept):
        answer = okta_client.post("/Users", body_of())

    assert answer.status_code == 409
    assert log_of(cast)[0].reason == answer.json()["detail"]
    assert "Provisioning request refused" in [line.title for line in audit.events(cast.acme.id)]


def test_reads_are_kept_without_the_people_they_show(okta_client, zoe, cast):
    okta_client.get("/Users?count=5")

    row = log_of(cast)[0]
    assert (row.method, row.status) == ("GET", 200)
    assert '"totalResults":1' in row.answer and "zoe" not in row.answer


@pytest.mark.django_db(transaction=True)
def test_reads_outside_a_transaction_wait_to_be_written_together(okta_client, cast):
    from keyhouse.endpoints.scim.recorder import waiting

    okta_client.get("/Users")
    okta_client.get("/Users")
    before = len(log_of(cast))
    waiting.flush()

    assert (before, len(log_of(cast))) == (0, 2)
