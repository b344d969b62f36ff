"""A proved domain is checked again: it fails, lapses, and comes back only while nobody else has proved it."""

import datetime as dt

import pytest
import time_machine

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
    """Whether the TXT record of acme.example is there; the domain was proved by it."""
    EmailDomain.objects.of(cast.acme).filter(name="acme.example").update(method="dns", checked_at=clock.now())
    there = {"acme": True}

    def answer(row, method):
        return Evidence(method=method, texts=(rules.proof_of(row),) if there["acme"] else ())

    monkeypatch.setattr(queries, "evidence_of", answer)
    return there


def after(**delta):
    """Time passes, and the schedule runs."""
    with time_machine.travel(clock.now() + dt.timedelta(**delta), tick=False):
        jobs.check_proved_domains(organization_id=None)


def state(cast):
    return queries.named(cast.acme, "acme.example").state


def test_a_proof_that_stays_keeps_the_domain(cast, record):
    after(days=2)

    assert state(cast) == "verified"


def test_a_missing_proof_fails_after_a_day_and_lapses_after_fourteen(cast, record):
    record["acme"] = False

    states = [(after(days=day, hours=2), state(cast))[1] for day in (1, 2, 14, 15, 16)]

    assert states == ["verified", "warning", "warning", "lapsed", "lapsed"]
    assert audit.events(cast.acme.id)[0].title == "Domain lapsed"


def test_a_proof_that_comes_back_verifies_at_once(cast, record):
    record["acme"] = False
    for day in (1, 3, 16):
        after(days=day)
    record["acme"] = True

    after(days=18)

    assert state(cast) == "verified"


def test_by_a_lapsed_domain_nobody_joins_and_nobody_is_inherited(ada, mallory, cast, record):
    """LINK-5: after the grace period nobody new joins; under another organization nobody is inherited."""
    okta = Connection.objects.of(cast.acme).create(kind="saml", name="Okta", state="active", made_at=clock.now())
    RoutedDomain.objects.of(cast.acme).create(connection=okta, domain=queries.named(cast.acme, "acme.example"))
    record["acme"] = False
    for day in (1, 3, 16):
        after(days=day)

    kim = lifecycle.add_person(by=ada, organization=cast.acme, email="kim@acme.example")
    theirs = make_domain(cast.rival, "acme.example", "claimed")
    proof = Evidence(method="dns", texts=(rules.proof_of(theirs),))
    actions.verify_email_domain(by=mallory, domain=theirs, evidence=proof)
    record["acme"] = True
    after(days=20)

    assert kim.state == "added" and connections.routed_connection(cast.acme.id, "acme.example") is None
    assert queries.is_verified(cast.rival, "acme.example") and not queries.is_verified(cast.acme, "acme.example")
    assert people.number_at(cast.rival.id, "acme.example") == 0
    assert people.holder_of("ben@acme.example").organization_id == cast.acme.id


def test_nobody_else_checks(ben, mallory, cast, untouched):
    domain = queries.named(cast.acme, "acme.example")

    for stranger in (ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.check_email_domain_again(by=stranger, domain=domain, evidence=Evidence(method="dns"))
