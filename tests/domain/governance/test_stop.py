"""Stopping what a sole administrator asked for, by the link in her mail."""

import pytest

from keyhouse.domain.administration import queries as administration
from keyhouse.domain.governance import actions, queries, rules
from keyhouse.domain.governance.errors import ApprovalClosed, NoSuchApproval
from keyhouse.foundation import secrets
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import system_actor, visitor
from tests.domain.governance.asked import again, alone, ask, later


@pytest.fixture
def asked(ada, cast):
    """What Ada asked for alone."""
    alone(cast)
    return ask(ada, cast)


def test_whoever_holds_the_link_stops_it(asked, cast):
    secret = secrets.decrypt(rules.STOP_PURPOSE, asked.stop_encrypted)
    found = queries.stop_link(secrets.hash_of(secret))

    actions.stop(by=visitor(link=secrets.hash_of(secret)), approval=found)

    assert again(asked).state == "stopped" and not again(asked).stop_hash
    with later(days=1), pytest.raises(ApprovalClosed):
        actions.approve(by=system_actor(cast.acme.id), approval=asked)
    assert not administration.is_system_admin(cast.ben)
    with pytest.raises(NoSuchApproval):
        queries.stop_link(secrets.hash_of(secret))


def test_without_the_link_nobody_stops_it(asked, ada, mallory, untouched):
    for stranger in (ada, mallory, visitor(), visitor(link=secrets.hash_of("guessed"))):
        with pytest.raises(NotAllowed), untouched():
            actions.stop(by=stranger, approval=asked)


def test_an_empty_link_finds_nothing(ada, cast):
    ask(ada, cast)

    with pytest.raises(NoSuchApproval):
        queries.stop_link("")
