"""Records that appear later: looked for by themselves, for 72 hours."""

import datetime as dt

import pytest
import time_machine

from keyhouse.domain.email_domains import actions, jobs, queries, rules
from keyhouse.domain.email_domains.rules import Evidence
from keyhouse.foundation import clock
from keyhouse.foundation.audit import queries as audit


@pytest.fixture
def texts(monkeypatch):
    """What the name server answers, and how often it was asked."""
    found = []
    asked = []

    def answer(row, method):
        asked.append(row.name)
        return Evidence(method=method, texts=tuple(found))

    monkeypatch.setattr(queries, "evidence_of", answer)
    return found, asked


@pytest.fixture
def labs(ada, cast):
    """A domain whose record was looked for once, in vain."""
    domain = queries.named(cast.acme, "acme-labs.example")
    actions.verify_email_domain(by=ada, domain=domain, evidence=Evidence(method="dns"))
    return queries.named(cast.acme, "acme-labs.example")


def later(**delta):
    return time_machine.travel(clock.now() + dt.timedelta(**delta), tick=False)


def test_a_record_that_appears_verifies_the_domain_by_itself(cast, labs, texts):
    texts[0].append(rules.proof_of(labs))

    with later(minutes=5):
        jobs.look_for_waiting_records(organization_id=None)

    assert queries.is_verified(cast.acme, labs.name)
    assert audit.events(cast.acme.id)[0].sentence == "Keyhouse verified the domain acme-labs.example by dns."


def test_looking_in_vain_fills_no_log(cast, labs, texts):
    before = len(audit.events(cast.acme.id))

    with later(minutes=5):
        jobs.look_for_waiting_records(organization_id=None)

    assert texts[1] == [labs.name] and len(audit.events(cast.acme.id)) == before


def test_after_an_hour_it_is_looked_for_once_an_hour_and_after_three_days_no_more(labs, texts):
    for minutes in (65, 70, 75, 130, 72 * 60 + 5):
        with later(minutes=minutes):
            jobs.look_for_waiting_records(organization_id=None)

    assert len(texts[1]) == 2


def test_a_domain_that_was_never_tried_by_dns_is_left_alone(cast, texts):
    jobs.look_for_waiting_records(organization_id=None)

    assert texts[1] == []
