"""Copying the link of an invitation."""

import pytest

from keyhouse.domain.invitations import actions, queries
from keyhouse.domain.invitations.errors import NoSuchInvitation
from keyhouse.foundation.errors import NotAllowed
from tests.domain.invitations.inviting import fresh, invite, secret_of


def copy(by, cast, invitation):
    return actions.copy_invitation_link(by=by, portfolio=cast.spring_campaign, invitation_id=invitation.id)


def test_the_copied_link_works_and_is_kept_nowhere_but_hashed(ada, cast):
    """INV-4: a link that isn't mailed never stands encrypted anywhere."""
    invitation = invite(ada, cast.spring_campaign)
    mailed = secret_of(invitation)

    secret = copy(ada, cast, invitation)

    assert queries.by_link(secret).id == invitation.id
    assert fresh(invitation).handle_encrypted == ""
    with pytest.raises(NoSuchInvitation):
        queries.by_link(mailed)


def test_partial_access_copies_nothing(ada, ben, cast, untouched):
    invitation = invite(ada, cast.spring_campaign)

    with pytest.raises(NotAllowed), untouched():
        copy(ben, cast, invitation)
