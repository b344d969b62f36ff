"""The screens of Security logs."""

import dataclasses
import json

import pytest

from keyhouse import deliveries
from keyhouse.domain.email_domains import actions
from keyhouse.domain.people import actions as people
from keyhouse.domain.people.rules import profile_of
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.audit import sealing
from keyhouse.foundation.audit.models import AuditEvent
from tests.visiting import text_of, visit

LIST = "/admin-center/security-logs/"


def claim(by, cast, name):
    return actions.claim_email_domain(by=by, organization=cast.acme, name=name)


def test_the_log_tells_in_sentences_newest_first(ada, cast):
    claim(ada, cast, "one.example")
    claim(ada, cast, "two.example")

    page = text_of(visit(ada, LIST))

    assert page.index("Ada added the domain two.example.") < page.index("Ada added the domain one.example.")


def test_search_and_event_narrow_it(ada, cast):
    claim(ada, cast, "one.example")
    actions.remove_email_domain(by=ada, domain=claim(ada, cast, "two.example"))

    found = text_of(visit(ada, f"{LIST}?q=one.example"))
    removed = text_of(visit(ada, f"{LIST}?event=email_domain.claim.removed"))

    assert "one.example." in found and "two.example." not in found
    assert "removed the domain two.example" in removed and "added the domain" not in removed


def test_a_line_opens_with_what_happened_together(ada, cast):
    claim(ada, cast, "one.example")
    claim(ada, cast, "two.example")
    first = audit.events(cast.acme.id)[-1]

    page = text_of(visit(ada, f"{LIST}{first.id}/"))

    assert "one.example" in page and first.hash in page
    assert "Ada added the domain two.example." in page.split("Happened together")[1]


def test_another_organizations_line_does_not_exist(ada, mallory, cast):
    """AUTH-1: a line of Acme's log is not there for Mallory."""
    claim(ada, cast, "one.example")

    assert visit(mallory, f"{LIST}{audit.events(cast.acme.id)[0].id}/").status_code == 404


def test_the_last_of_all_days_ends_nothing(ada, cast):
    claim(ada, cast, "one.example")

    page = text_of(visit(ada, f"{LIST}?until=9999-12-31"))

    assert "Ada added the domain one.example." in page


def test_verify_log_names_the_line_that_was_changed(ada, cast):
    claim(ada, cast, "one.example")
    sealing.seal(cast.acme.id)
    whole = text_of(verified(ada))
    AuditEvent.objects.of(cast.acme).filter(sequence=1).update(facts={"domain": "other.example"})

    broken = text_of(verified(ada))

    assert "The log is whole" in whole and "Whole: 2 lines" in whole
    assert "The first break is in block 1, line 1: the event was changed." in broken


def verified(by):
    """Press Verify log, and see the page again."""
    assert visit(by, f"{LIST}verification/", {}).status_code == 303
    return visit(by, f"{LIST}verification/")


def test_a_long_log_is_verified_by_a_job_and_the_page_says_how_far_it_is(ada, cast, monkeypatch):
    monkeypatch.setattr("keyhouse.domain.security_logs.rules.AT_ONCE", 0)
    claim(ada, cast, "one.example")

    page = text_of(verified(ada))
    deliveries.run_pending()

    assert "0 of 1 lines so far." in page
    assert "The log is whole" in text_of(visit(ada, f"{LIST}verification/"))


@pytest.mark.parametrize("form", ["csv", "json", "ndjson"])
def test_the_export_is_a_file_of_any_length_and_a_line(ada, cast, form):
    claim(ada, cast, "one.example")
    claim(ada, cast, "two.example")

    answer = visit(ada, f"{LIST}export/?format={form}&q=one.example")
    text = b"".join(answer.streaming_content).decode()

    assert "Ada added the domain one.example." in text and "two.example" not in text
    assert audit.events(cast.acme.id)[0].sentence == f"Ada exported the security log as {form.upper()}: “one.example”."


def test_the_json_export_is_json_also_when_nothing_is_in_it(ada, cast):
    claim(ada, cast, "one.example")

    full, empty = (
        json.loads(b"".join(visit(ada, f"{LIST}export/?format=json&q={word}").streaming_content))
        for word in ("one.example", "nothing")
    )

    assert [one["event"] for one in full] == ["Domain added"] and empty == []


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("person={ben}", ["Ben"]),
        ("person=ben@acme.example", ["Ben"]),
        ("person=nobody@acme.example", []),
        ("actor=ada", ["Ben", "one"]),
        ("target=one.example", ["one"]),
        ("portfolio={press}", []),
        ("event=email_domain.claim.added&actor=ada", ["one"]),
        ("since=2000-01-01&until=2000-01-02", []),
    ],
)
def test_each_filter_narrows_the_list_and_shows_as_a_chip(ada, cast, query, shown):
    claim(ada, cast, "one.example")
    people.change_profile(by=ada, person=cast.ben, profile=dataclasses.replace(profile_of(cast.ben), job_title="Buyer"))

    page = text_of(visit(ada, f"{LIST}?{query.format(ben=cast.ben.id, press=cast.press.id)}"))

    assert ("domain one.example." in page) == ("one" in shown)
    assert ("changed job title of ben@acme.example" in page) == ("Ben" in shown)
    assert "Remove this filter" in page


def test_a_line_shows_what_was_before_and_after(ada, cast):
    people.change_profile(by=ada, person=cast.ben, profile=dataclasses.replace(profile_of(cast.ben), job_title="Buyer"))

    page = text_of(visit(ada, f"{LIST}{audit.events(cast.acme.id)[0].id}/"))

    assert "Before and after" in page and "Job title" in page and "Buyer" in page


def test_the_address_of_a_page_is_stable_and_leads_both_ways(ada, cast, monkeypatch):
    monkeypatch.setattr("keyhouse.tools.admin_center.screens.security_logs.listing.PAGE", 1)
    for name in ("one", "two", "three"):
        claim(ada, cast, f"{name}.example")
    three, two, one = audit.events(cast.acme.id)

    middle = text_of(visit(ada, f"{LIST}?before={three.id}"))

    assert "two.example" in middle and "one.example" not in middle
    assert f"?after={two.id}" in middle and f"?before={two.id}" in middle
    assert "three.example" in text_of(visit(ada, f"{LIST}?after={two.id}"))
    assert "The log has no line beyond this one." in text_of(visit(ada, f"{LIST}?before={one.id}"))
