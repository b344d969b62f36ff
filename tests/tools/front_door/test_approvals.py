"""Stopping by the link in the mail what an administrator asked for alone."""

import pytest

from keyhouse.domain.governance import rules
from keyhouse.foundation import secrets
from tests.domain.governance.asked import again, alone, ask
from tests.visiting import text_of, visit


@pytest.fixture
def asked(ada, cast):
    """What Ada asked for alone."""
    alone(cast)
    return ask(ada, cast)


def address_of(asked) -> str:
    return f"/approvals/{secrets.decrypt(rules.STOP_PURPOSE, asked.stop_encrypted)}"


def test_opening_the_link_changes_nothing_and_the_button_stops_it(asked, untouched):
    address = address_of(asked)
    with untouched():
        shown = text_of(visit(None, address))
    assert "Assign System admin" in shown and "Stop this" in shown

    answer = visit(None, address, {"stop": "yes"})

    assert "Stopped" in text_of(answer) and again(asked).state == "stopped"


def test_a_link_that_is_over_or_guessed_stops_nothing(asked):
    address = address_of(asked)
    visit(None, address, {"stop": "yes"})

    for one in (address, "/approvals/guessed"):
        assert visit(None, one).status_code == 410 and visit(None, one, {"stop": "yes"}).status_code == 410
