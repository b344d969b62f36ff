"""Records that appear later: looked for by themselves, for 72 hours."""

import datetime as dt

import pytest
import time_machine

from keyhouse.deliveries import run_pending
from keyhouse.domain.email_domains import actions, jobs, queries, rules
from keyhouse.domain.email_domains.rules import Evidence
from keyhouse.foundation import clock
from keyhouse.foundation.audit import queries as audit
from tests.cast import make_domain


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


def look(**delta):
    """The schedule runs so much later."""
    with time_machine.travel(clock.now() + dt.timedelta(**delta), tick=False):
        jobs.look_at_domains(organization_id=None)
        run_pending()


def test_a_record_that_appears_verifies_the_domain_by_itself(cast, labs, texts):
    texts[0].append(rules.proof_of(labs))

    look(minutes=5, seconds=1)

    assert queries.is_verified(cast.acme, labs.name)
    assert audit.events(cast.acme.id)[0].sentence == "Keyhouse verified the domain acme-labs.example by dns."


def test_looking_in_vain_fills_no_log(cast, labs, texts):
    before = len(audit.events(cast.acme.id))

    look(minutes=5, seconds=1)

    assert texts[1] == [labs.name] and len(audit.events(cast.acme.id)) == before


def test_it_is_looked_for_every_5_minutes_for_an_hour_and_then_once_an_hour_until_three_days_are_over(labs, texts):
    counts = []
    for minutes in (*range(6, 66, 6), *range(66, 72 * 60 + 120, 30)):
        look(minutes=minutes)
        counts.append(len(texts[1]))

    assert counts[9] == 10
    assert 70 <= counts[-1] - counts[9] <= 72
    assert counts[-1] == counts[-4]


def test_a_domain_that_was_never_tried_by_dns_is_left_alone(cast, texts):
    look(minutes=6)

    assert texts[1] == []


def test_a_record_that_is_looked_for_may_be_verified_elsewhere_and_then_the_owner_is_told_once(cast, labs, texts):
    make_domain(cast.rival, labs.name)
    texts[0].append(rules.proof_of(labs))

    for minutes in (6, 12, 70, 140):
        look(minutes=minutes)

    told = [line for line in audit.events(cast.rival.id) if "tried to verify" in line.sentence]
    assert len(told) == 1 and told[0].actor == "Keyhouse"
    assert queries.named(cast.acme, labs.name).contested_at is not None
