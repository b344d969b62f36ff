"""A domain was proved here although another organization has verified it."""

import datetime as dt

import pytest
import time_machine

from keyhouse.domain.email_domains import actions, queries
from keyhouse.domain.email_domains.errors import VerifiedElsewhere
from keyhouse.foundation import clock
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from tests.cast import make_domain


@pytest.fixture
def theirs(cast):
    """Rival's copy of Acme's domain."""
    return make_domain(cast.rival, "acme.example", "claimed")


def told(cast):
    return [line for line in audit.events(cast.acme.id) if "Another organization tried" in line.sentence]


def test_the_proof_is_kept_and_both_logs_say_so_under_one_correlation(mallory, cast, theirs):
    refused = actions.contest_email_domain(by=mallory, domain=theirs, method="dns")

    row = queries.named(cast.rival, "acme.example")
    assert isinstance(refused.rule, VerifiedElsewhere)
    assert (row.state, row.contested_method) == ("claimed", "dns") and row.contested_at is not None
    assert told(cast)[0].correlation == audit.events(cast.rival.id)[0].correlation


def test_the_owner_does_not_learn_who_and_the_other_not_whose(mallory, cast, theirs):
    """AUTH-1: neither log names anybody of the other organization."""
    actions.contest_email_domain(by=mallory, domain=theirs, method="dns")

    owners, others = told(cast)[0], audit.events(cast.rival.id)[0]
    assert owners.actor == "Keyhouse" and owners.actor_id is None and not owners.ip
    assert "Acme" not in f"{others.sentence} {others.facts}" and "Rival" not in f"{owners.sentence} {owners.facts}"


def test_the_owner_is_told_once_a_day(mallory, cast, theirs):
    for hours in (0, 1, 25):
        with time_machine.travel(clock.now() + dt.timedelta(hours=hours), tick=False):
            actions.contest_email_domain(by=mallory, domain=queries.named(cast.rival, "acme.example"), method="dns")

    assert len(told(cast)) == 2


def test_others_contest_nothing(ben, ada, theirs, untouched):
    for stranger in (ben, ada):
        with pytest.raises(NotAllowed), untouched():
            actions.contest_email_domain(by=stranger, domain=theirs, method="dns")
