"""A trusted domain waits for another System admin: what the request changes, and how it ends."""

import datetime as dt

import pytest
import time_machine

from keyhouse.domain.email_domains import queries
from keyhouse.domain.governance import actions
from keyhouse.domain.governance.errors import OwnRequest, SecondAdminMissing
from keyhouse.foundation import clock
from tests.cast import make_domain


def ask(by, domain):
    return actions.ask_approval(
        by=by, deed="trust_domain", arguments={"domain": str(domain.id), "reason": "our laboratory"}
    )


@pytest.fixture
def asked(ada, cast):
    """Ada asked to trust Acme's laboratory."""
    return ask(ada, queries.named(cast.acme, "acme-labs.example"))


def state(cast):
    return queries.named(cast.acme, "acme-labs.example").state


def test_it_waits_and_is_trusted_when_another_approves(erin, cast, asked):
    before = state(cast)

    actions.approve(by=erin, approval=asked)

    assert (before, state(cast)) == ("trust_pending", "trusted")


def test_declined_it_is_not_verified_again(erin, cast, asked):
    actions.decline(by=erin, approval=asked, reason="not ours")

    assert state(cast) == "claimed"


def test_canceled_it_is_not_verified_again(ada, cast, asked):
    actions.cancel(by=ada, approval=asked)

    assert state(cast) == "claimed"


def test_expired_it_is_not_verified_again(cast, asked):
    with time_machine.travel(clock.now() + dt.timedelta(days=7, minutes=1), tick=False):
        from keyhouse.foundation.permissions import system_actor

        actions.expire(by=system_actor(cast.acme.id), approval=asked)

    assert state(cast) == "claimed"


def test_nobody_approves_her_own_request(ada, cast, asked, untouched):
    with pytest.raises(OwnRequest), untouched():
        actions.approve(by=ada, approval=asked)


def test_a_sole_administrator_never_waits_alone(mallory, cast, untouched):
    labs = make_domain(cast.rival, "rival-labs.example", "claimed")

    with pytest.raises(SecondAdminMissing), untouched():
        ask(mallory, labs)
