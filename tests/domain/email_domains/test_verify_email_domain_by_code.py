"""Verifying a domain by the code that was mailed to it."""

import datetime as dt

import pytest
import time_machine

from keyhouse.domain.email_domains import actions, queries, rules
from keyhouse.domain.email_domains.errors import WrongDomainCode
from keyhouse.foundation import clock, secrets
from keyhouse.foundation.errors import NotAllowed, Refused

WRONG = "00000000"


@pytest.fixture
def labs(ada, cast):
    """A domain to which a code was mailed."""
    actions.send_domain_code(by=ada, domain=queries.named(cast.acme, "acme-labs.example"), mailbox="admin")
    return queries.named(cast.acme, "acme-labs.example")


def code_of(domain):
    return secrets.decrypt(rules.CODE_PURPOSE, domain.code_encrypted)


def enter(by, domain, code):
    return actions.verify_email_domain_by_code(by=by, domain=domain, code=code)


def test_the_code_verifies_once(ada, cast, labs):
    code = code_of(labs)

    assert enter(ada, labs, code).state == "verified"

    assert queries.named(cast.acme, labs.name).method == "email"
    assert isinstance(enter(ada, labs, code), Refused)


def test_a_wrong_code_is_counted_and_the_fifth_closes_the_door(ada, cast, labs):
    refusals = [enter(ada, labs, WRONG) for _ in range(5)]

    assert [refused.rule.facts["left"] for refused in refusals] == [4, 3, 2, 1, 0]
    assert isinstance(enter(ada, labs, code_of(labs)).rule, WrongDomainCode)
    assert not queries.is_verified(cast.acme, labs.name)


def test_after_fifteen_minutes_the_code_is_dead(ada, labs):
    with time_machine.travel(clock.now() + dt.timedelta(minutes=15, seconds=1), tick=False):
        assert isinstance(enter(ada, labs, code_of(labs)), Refused)


def test_a_new_code_kills_the_old_one(ada, cast, labs):
    old = code_of(labs)

    actions.send_domain_code(by=ada, domain=labs, mailbox="admin")

    assert isinstance(enter(ada, labs, old), Refused)


@pytest.mark.parametrize("code", ["", " ", "1234567", "123456789"])
def test_what_is_no_code_matches_nothing(ada, labs, code):
    assert isinstance(enter(ada, labs, code), Refused)


def test_others_enter_nothing(ben, mallory, labs, untouched):
    for stranger in (ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            enter(stranger, labs, code_of(labs))
