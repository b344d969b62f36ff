"""A proved domain is checked again: it fails, lapses, and comes back only while nobody else has proved it."""

import datetime as dt

import pytest
import time_machine

from keyhouse.deliveries import run_pending
from keyhouse.domain.connections import queries as connections
from keyhouse.domain.connections.models import Connection, RoutedDomain
from keyhouse.domain.email_domains import actions, jobs, queries, rules
from keyhouse.domain.email_domains.models import EmailDomain
from keyhouse.domain.email_domains.rules import Evidence
from keyhouse.domain.lifecycle import actions as lifecycle
from keyhouse.domain.people import queries as people
from keyhouse.foundation import clock
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from tests.cast import make_domain


@pytest.fixture
def record(cast, monkeypatch):
    """Whether the TXT record of acme.example is there; the domain was proved by it a moment ago."""
    now = clock.now()
    rows = EmailDomain.objects.of(cast.acme).filter(name="acme.example")
    rows.update(method="dns", checked_at=now, proved_at=now, next_check_at=now + dt.timedelta(days=1))
    there = {"acme": True, "asked": 0}

    def answer(row, method):
        there["asked"] += 1
        return Evidence(method=method, texts=(rules.proof_of(row),) if there["acme"] else ())

    monkeypatch.setattr(queries, "evidence_of", answer)
    return there


def at(begun, **delta):
    """The schedule runs so long after the beginning."""
    with time_machine.travel(begun + dt.timedelta(**delta), tick=False):
        jobs.look_at_domains(organization_id=None)
        run_pending()


def state(cast):
    return queries.named(cast.acme, "acme.example").state


def fail(begun, cast):
    """The proof is gone at the first daily check and stays gone for its three repeats."""
    for hours in (24, 25, 30, 48):
        at(begun, hours=hours)
    assert state(cast) == "warning"


def told(cast):
    return [
        (one.facts["day"], one.facts["days"])
        for one in reversed(lines(cast, "Domain check failed"))
        if "day" in one.facts
    ]


def lines(cast, title):
    return [one for one in audit.events(cast.acme.id) if one.title == title]


def test_a_proof_that_stays_keeps_the_domain_and_is_looked_for_once_a_day(cast, record):
    begun = clock.now()

    for hours in (1, 23, 24, 25, 48):
        at(begun, hours=hours)

    assert state(cast) == "verified" and record["asked"] == 2


def test_a_failure_is_repeated_after_1_6_and_24_hours_before_it_warns(cast, record):
    begun, record["acme"] = clock.now(), False

    states = []
    for hours in (24, 24.5, 25, 29, 30, 47, 48):
        at(begun, hours=hours)
        states.append((state(cast), record["asked"]))

    assert states == [("verified", number) for number in (1, 1, 2, 2, 3, 3)] + [("warning", 4)]


def test_a_warning_is_told_on_days_0_7_and_13_and_lapses_on_day_14(cast, record):
    begun, record["acme"] = clock.now(), False
    fail(begun, cast)

    for hours in range(1, 13 * 24 + 23, 6):
        at(begun, hours=48 + hours)
    before = (state(cast), told(cast))
    at(begun, hours=48 + 14 * 24)

    assert before == ("warning", [(0, 14), (7, 7), (13, 1)])
    assert state(cast) == "lapsed" and len(lines(cast, "Domain lapsed")) == 1


def test_a_worker_that_slept_repeats_the_failure_before_it_warns(cast, record):
    begun, record["acme"] = clock.now(), False

    at(begun, days=5)

    assert state(cast) == "verified"


@pytest.mark.parametrize("days", [1, 3, 15, 40], ids=["failing", "warning", "nearly lapsed", "lapsed"])
def test_a_proof_that_comes_back_verifies_at_once(cast, record, days):
    begun, record["acme"] = clock.now(), False
    for hours in (24, 25, 30, 48, 48 + 24 * 14):
        at(begun, hours=min(hours, days * 24))
    record["acme"] = True

    at(begun, days=days + 1, hours=1)

    row = queries.named(cast.acme, "acme.example")
    assert (row.state, row.failures, row.warned_at, row.told_day) == ("verified", 0, None, None)
    assert lines(cast, "Domain verified")


def test_by_a_lapsed_domain_nobody_joins_and_nobody_is_inherited(ada, mallory, cast, record):
    """LINK-5: after the grace period nobody new joins; under another organization nobody is inherited."""
    okta = Connection.objects.of(cast.acme).create(kind="saml", name="Okta", state="active", made_at=clock.now())
    RoutedDomain.objects.of(cast.acme).create(connection=okta, domain=queries.named(cast.acme, "acme.example"))
    begun, record["acme"] = clock.now(), False
    fail(begun, cast)
    at(begun, hours=48 + 24 * 14)

    kim = lifecycle.add_person(by=ada, organization=cast.acme, email="kim@acme.example")
    theirs = make_domain(cast.rival, "acme.example", "claimed")
    proof = Evidence(method="dns", texts=(rules.proof_of(theirs),))
    actions.verify_email_domain(by=mallory, domain=theirs, evidence=proof)
    record["acme"] = True
    at(begun, days=20)

    assert kim.state == "added" and connections.routed_connection(cast.acme.id, "acme.example") is None
    assert queries.is_verified(cast.rival, "acme.example") and not queries.is_verified(cast.acme, "acme.example")
    assert people.number_at(cast.rival.id, "acme.example") == 0
    assert people.holder_of("ben@acme.example").organization_id == cast.acme.id


def test_nobody_else_checks(ben, mallory, cast, untouched):
    domain = queries.named(cast.acme, "acme.example")

    for stranger in (ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.check_email_domain_again(by=stranger, domain=domain, evidence=Evidence(method="dns"))
