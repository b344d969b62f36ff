"""Invitations to a person who leaves are canceled, those she sent are looked at."""

import datetime as dt

import pytest

from keyhouse.domain.invitations import actions
from keyhouse.domain.invitations.models import Invitation
from keyhouse.foundation import clock
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import Permission


def invitation(cast, email, **more):
    return Invitation.objects.of(cast.acme).create(
        portfolio=cast.press, email=email, email_folded=email, until=clock.now() + dt.timedelta(days=3),
        made_at=clock.now(), handle_hash=email, **more,
    )  # fmt: skip


def test_to_her_is_canceled_and_by_her_goes_to_review(okta, cast):
    to_her = invitation(cast, "ben@acme.example")
    by_her = invitation(cast, "kim@acme.example", invited_by=cast.ben)

    assert actions.end_invitations(by=okta.within(Permission.INVITATIONS_CHANGE, cast.ben), person=cast.ben) == (1, 1)
    to_her.refresh_from_db()
    by_her.refresh_from_db()
    assert (to_her.state, to_her.handle_hash) == ("canceled", "")
    assert by_her.state == "pending_approval"


def test_nobody_does_it_outside_of_a_process(ada, cast, untouched):
    with pytest.raises(NotAllowed), untouched():
        actions.end_invitations(by=ada, person=cast.ben)
