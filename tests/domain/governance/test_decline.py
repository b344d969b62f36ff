"""Declining what another administrator asked for."""

import pytest

from keyhouse.domain.administration import queries as administration
from keyhouse.domain.governance import actions
from keyhouse.domain.governance.errors import ApprovalClosed, DeclineNeedsReason, OwnRequest
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from tests.domain.governance.asked import again, ask


def test_a_declined_request_changes_nothing_and_says_why(ada, erin, cast):
    asked = ask(ada, cast)

    actions.decline(by=erin, approval=asked, reason="Ben leaves on Friday")

    assert again(asked).state == "declined" and not administration.is_system_admin(cast.ben)
    assert audit.events(cast.acme.id)[0].sentence.endswith("Reason: Ben leaves on Friday")


def test_a_reason_is_needed(ada, erin, cast, untouched):
    asked = ask(ada, cast)

    with pytest.raises(DeclineNeedsReason), untouched():
        actions.decline(by=erin, approval=asked, reason="  ")


def test_what_was_declined_is_not_approved_any_more(ada, erin, cast, untouched):
    asked = ask(ada, cast)
    actions.decline(by=erin, approval=asked, reason="No")

    with pytest.raises(ApprovalClosed), untouched():
        actions.approve(by=erin, approval=asked)


def test_neither_who_asked_nor_strangers_decline(ada, ben, mallory, cast, untouched):
    asked = ask(ada, cast)

    with pytest.raises(OwnRequest), untouched():
        actions.decline(by=ada, approval=asked, reason="No")
    for stranger in (ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.decline(by=stranger, approval=asked, reason="No")
