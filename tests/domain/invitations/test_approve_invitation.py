"""Approving an invitation that waits since its inviter has left."""

from keyhouse.domain.invitations import actions, queries
from keyhouse.foundation.permissions import Permission
from tests.domain.invitations.inviting import fresh, invite


def test_after_the_inviter_has_left_another_person_stands_for_it(ada, erin, okta, cast):
    invitation = invite(ada, cast.press, "ben@acme.example")
    actions.end_invitations(by=okta.within(Permission.INVITATIONS_CHANGE, cast.ada), person=cast.ada)
    assert fresh(invitation).state == "pending_approval"

    actions.approve_invitation(by=erin, portfolio=cast.press, invitation_id=invitation.id)

    assert queries.why_in_review(fresh(invitation)) == ""
