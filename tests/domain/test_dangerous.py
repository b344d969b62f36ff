"""Dangerous actions ask for a fresh sign-in: every one that says so in its code refuses a sign-in of long ago."""

from __future__ import annotations

import datetime as dt

import pytest

from keyhouse.domain.organizations.models import SecuritySettings
from keyhouse.foundation.permissions import NeedsFreshSignIn
from tests.architecture.tree import actions, calls
from tests.cast import SYSTEM_ADMIN_PERMISSIONS
from tests.domain.dangerous import DANGEROUS
from tests.domain.recovery.signed_in import long_ago, signed_in

MARKED = sorted(file.path.stem for file in actions() if "require_fresh" in calls(file.tree))


def test_every_action_that_asks_again_is_tried_here():
    assert sorted(DANGEROUS) == MARKED, "give each action that calls require_fresh a row in tests/domain/dangerous.py"


@pytest.mark.parametrize("name", MARKED)
def test_it_refuses_a_sign_in_that_is_older_than_the_minutes_of_the_organization(cast, name, untouched):
    """SESS-4: an unlocked screen is not enough."""
    SecuritySettings.objects.of(cast.acme).update(reauthentication_minutes=10)
    act, given = DANGEROUS[name](cast)
    ada = signed_in(cast.ada, permissions=SYSTEM_ADMIN_PERMISSIONS)[0]
    ada = long_ago(ada, dt.timedelta(minutes=11))

    with pytest.raises(NeedsFreshSignIn, match="within the last 10 minutes"), untouched():
        act(by=ada, **given)
