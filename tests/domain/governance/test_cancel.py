"""Taking one's own request back."""

import pytest

from keyhouse.domain.governance import actions
from keyhouse.domain.governance.errors import ApprovalClosed
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from tests.domain.governance.asked import again, ask


def test_a_canceled_request_can_not_be_approved(ada, erin, cast, untouched):
    asked = ask(ada, cast)

    actions.cancel(by=ada, approval=asked)

    assert again(asked).state == "canceled"
    assert audit.events(cast.acme.id)[0].sentence.startswith("Ada canceled the request for approval")
    with pytest.raises(ApprovalClosed), untouched():
        actions.approve(by=erin, approval=asked)


def test_only_who_asked_cancels(ada, erin, ben, mallory, cast, untouched):
    asked = ask(ada, cast)

    for stranger in (erin, ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.cancel(by=stranger, approval=asked)


def test_what_was_decided_is_not_canceled(ada, erin, cast, untouched):
    asked = ask(ada, cast)
    actions.approve(by=erin, approval=asked)

    with pytest.raises(ApprovalClosed), untouched():
        actions.cancel(by=ada, approval=asked)
