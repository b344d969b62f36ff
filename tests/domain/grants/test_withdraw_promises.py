"""Taking assets out of an invitation."""

import pytest

from keyhouse.domain.grants import actions, queries
from keyhouse.domain.grants.errors import ComesFromElsewhere
from keyhouse.foundation.errors import NotAllowed
from tests.domain.grants.test_promise_grants import promise
from tests.domain.invitations.inviting import invite


def withdraw(by, cast, invitation, thing):
    return actions.withdraw_promises(
        by=by, portfolio=cast.spring_campaign, invitation=invitation, object_ids=[thing.id]
    )


def test_the_invitation_gives_it_no_longer(ada, cast):
    invitation = invite(ada, cast.spring_campaign)
    promise(ada, cast, invitation, cast.act_1001, "ADVERTISE")

    withdraw(ada, cast, invitation, cast.act_1001)

    assert queries.promised(invitation, cast.spring_campaign) == []


def test_what_was_never_promised_is_not_withdrawn(ada, cast, untouched):
    invitation = invite(ada, cast.spring_campaign)

    with pytest.raises(ComesFromElsewhere), untouched():
        withdraw(ada, cast, invitation, cast.act_1001)


def test_partial_access_withdraws_nothing(ada, ben, cast, untouched):
    invitation = invite(ada, cast.spring_campaign)
    promise(ada, cast, invitation, cast.act_1001, "ADVERTISE")

    with pytest.raises(NotAllowed), untouched():
        withdraw(ben, cast, invitation, cast.act_1001)
