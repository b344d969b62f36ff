"""Keeping promises at acceptance, inside a process."""

import datetime as dt

import pytest
import time_machine

from keyhouse.domain.grants import actions, queries
from keyhouse.foundation import clock
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import Permission
from tests.cast import make_member
from tests.domain.grants.test_promise_grants import promise
from tests.domain.invitations.inviting import invite


def keep(by, cast, invitation):
    make_member(cast.spring_campaign, cast.erin)
    return actions.keep_promises(by=by, portfolio=cast.spring_campaign, invitation=invitation, person=cast.erin)


def test_promises_become_grants_and_are_gone(ada, erin, cast):
    invitation = invite(ada, cast.spring_campaign)
    promise(ada, cast, invitation, cast.act_1001, "ADVERTISE")

    keep(erin.within(Permission.GRANTS_CHANGE, cast.erin), cast, invitation)

    assert [one.asset for one in queries.summary(cast.erin, cast.spring_campaign)] == [cast.act_1001]
    assert queries.promised(invitation, cast.spring_campaign) == []


def test_what_has_ended_meanwhile_is_not_given(ada, erin, cast):
    invitation = invite(ada, cast.spring_campaign)
    until = clock.now() + dt.timedelta(days=1)
    actions.promise_grants(
        by=ada, portfolio=cast.spring_campaign, invitation=invitation, object_ids=[cast.act_1001.id],
        tasks={"ad_account": ["ADVERTISE"]}, until=until,
    )  # fmt: skip

    with time_machine.travel(until):
        assert keep(erin.within(Permission.GRANTS_CHANGE, cast.erin), cast, invitation) == []


def test_nobody_keeps_them_outside_of_a_process(ada, cast, untouched):
    invitation = invite(ada, cast.spring_campaign)
    make_member(cast.spring_campaign, cast.erin)

    with pytest.raises(NotAllowed), untouched():
        actions.keep_promises(by=ada, portfolio=cast.spring_campaign, invitation=invitation, person=cast.erin)
