"""Checking a password: the same answer and the same work, whoever is asked for."""

import datetime as dt
import time

import pytest
import time_machine

from keyhouse.domain.credentials import actions, queries
from keyhouse.domain.credentials.errors import WrongPassword
from keyhouse.foundation import clock, secrets
from keyhouse.foundation.audit.models import AuditEvent
from keyhouse.foundation.permissions import visitor
from tests.domain.credentials.proofs import GOOD, give_app, give_password, try_password


def test_the_right_password_is_taken(cast):
    give_password(cast.ada)

    assert try_password(cast.ada) is None


@pytest.mark.parametrize("who", ["ada", "ben", None])
def test_a_wrong_one_a_missing_one_and_an_unknown_person_are_refused_alike(cast, who):
    """SESS-5: one sentence for all three."""
    give_password(cast.ada)

    refused = try_password(getattr(cast, who) if who else None, "Another-password 5")

    assert isinstance(refused.rule, WrongPassword) and str(refused.rule) == "Email or password is wrong."


def test_a_refusal_leaves_its_event_behind(cast):
    give_password(cast.ada)

    try_password(cast.ada, "wrong")

    assert AuditEvent.objects.of(cast.acme).filter(tag="person.sign_in.refused", target_id=cast.ada.id).count() == 1


def test_unknown_people_cost_the_same_hashing_work(cast, settings, monkeypatch):
    """SESS-5: the processor works as long for nobody as for somebody."""
    settings.PASSWORD_WORK = {"time_cost": 3, "memory_cost": 16384, "parallelism": 1}
    for cached in (secrets.passwords._hasher, secrets.passwords._of_nobody):
        monkeypatch.setattr(secrets.passwords, cached.__name__, cached.__wrapped__)
    hasher = secrets.passwords._hasher()
    monkeypatch.setattr(secrets.passwords, "_hasher", lambda: hasher)
    nobody = secrets.passwords._of_nobody()
    monkeypatch.setattr(secrets.passwords, "_of_nobody", lambda: nobody)
    give_password(cast.ada)

    known, unknown, without = (_work(person) for person in (cast.ada, None, cast.ben))

    assert unknown > known * 0.6 and without > known * 0.6


def test_a_proof_of_one_person_is_no_proof_of_another(cast):
    for person in (cast.ada, cast.ben):
        give_password(person)
    proof = queries.proof_of_password(cast.ada, GOOD)

    refused = actions.check_password(by=visitor(), person=cast.ben, address="", proof=proof)

    assert refused is not None


def test_a_proof_against_a_password_changed_meanwhile_is_refused(cast):
    give_password(cast.ada)
    proof = queries.proof_of_password(cast.ada, GOOD)

    give_password(cast.ada, "Quiet harbor 19 waits")

    assert actions.check_password(by=visitor(), person=cast.ada, address="", proof=proof) is not None


def test_twenty_wrong_tries_stop_also_the_right_password_for_half_an_hour(cast):
    """SESS-4: and the answer stays the same."""
    give_password(cast.ada)

    for _ in range(20):
        try_password(cast.ada, "wrong")

    assert str(try_password(cast.ada).rule) == "Email or password is wrong."
    with time_machine.travel(clock.now() + dt.timedelta(minutes=30, seconds=1), tick=False):
        assert try_password(cast.ada) is None


def test_passwords_and_codes_share_one_counter(cast):
    """SESS-4: ten wrong passwords and ten wrong codes are twenty."""
    give_password(cast.ada)
    give_app(cast.ada)

    for _ in range(10):
        try_password(cast.ada, "wrong")
        actions.check_code(by=visitor(), person=cast.ada, code="000000")

    assert queries.is_stopped(cast.ada) and not queries.is_stopped(cast.ben)


def test_wrong_tries_of_an_hour_ago_are_forgotten(cast):
    give_password(cast.ada)
    for _ in range(19):
        try_password(cast.ada, "wrong")

    with time_machine.travel(clock.now() + dt.timedelta(hours=1, seconds=1), tick=False):
        try_password(cast.ada, "wrong")

        assert not queries.is_stopped(cast.ada) and try_password(cast.ada) is None


def _work(person):
    began = time.process_time()
    for _ in range(3):
        queries.proof_of_password(person, "Another-password 5")
    return time.process_time() - began
