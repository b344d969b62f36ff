"""Giving an alert to somebody who looks at it."""

import pytest

from keyhouse.domain.security_alerts import actions, errors, queries
from keyhouse.foundation.errors import NotAllowed
from tests.domain.security_alerts.raising import raised


def test_it_is_being_looked_at_by_its_owner(ada, cast):
    alert = actions.assign_alert(by=ada, alert=raised(cast), owner=cast.erin)

    assert (alert.state, alert.owner) == ("looking", cast.erin)
    assert queries.waiting(cast.acme.id) == 1


def test_only_who_works_on_alerts_owns_one(ada, cast, untouched):
    alert = raised(cast)

    for stranger in (cast.ben, cast.mallory):
        with pytest.raises(errors.OwnerMayNotWorkOnAlerts), untouched():
            actions.assign_alert(by=ada, alert=alert, owner=stranger)


def test_a_closed_one_has_no_new_owner(ada, cast, untouched):
    alert = actions.close_alert(by=ada, alert=raised(cast), reason="Known")

    with pytest.raises(errors.AlertClosed), untouched():
        actions.assign_alert(by=ada, alert=alert, owner=cast.erin)


def test_the_permission_is_needed(ben, mallory, cast, untouched):
    alert = raised(cast)

    for by in (ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.assign_alert(by=by, alert=alert, owner=cast.erin)
