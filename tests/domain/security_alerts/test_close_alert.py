"""Closing an alert."""

import pytest

from keyhouse.domain.security_alerts import actions, errors, queries
from keyhouse.foundation.errors import NotAllowed
from tests.domain.security_alerts.raising import raised


def test_it_is_closed_with_a_reason_and_by_whom(ada, cast):
    alert = actions.close_alert(by=ada, alert=raised(cast), reason="  It was   Ben ")

    assert (alert.state, alert.closed_reason, alert.closed_by_name) == ("closed", "It was Ben", "Ada")
    assert queries.counts(cast.acme.id) == {"open": 0, "looking": 0, "closed": 1}


def test_a_reason_is_needed(ada, cast, untouched):
    alert = raised(cast)

    with pytest.raises(errors.CloseReasonMissing), untouched():
        actions.close_alert(by=ada, alert=alert, reason=" ")


def test_it_is_closed_once(ada, cast, untouched):
    alert = actions.close_alert(by=ada, alert=raised(cast), reason="Known")

    with pytest.raises(errors.AlertClosed), untouched():
        actions.close_alert(by=ada, alert=alert, reason="Known")


def test_the_permission_is_needed(ben, mallory, cast, untouched):
    alert = raised(cast)

    for by in (ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.close_alert(by=by, alert=alert, reason="Known")
