"""What can be done with an invitation from its page."""

import pytest

from keyhouse.domain.invitations import queries
from keyhouse.domain.invitations.models import Invitation
from tests.domain.invitations.inviting import fresh, invite
from tests.tools.business_manager.places import at, page
from tests.visiting import text_of, visit


@pytest.fixture
def invitation(ada, cast):
    return invite(ada, cast.spring_campaign)


def deed(who, cast, invitation, name, data=None):
    return visit(who, at(cast.spring_campaign, "people", invitation.id, name), data)


def test_it_is_resent_with_a_new_link(ada, cast, invitation):
    before = fresh(invitation).handle_hash

    deed(ada, cast, invitation, "invitation", {})

    assert fresh(invitation).handle_hash != before


def test_a_link_is_made_only_when_the_button_is_pressed(ada, cast, invitation, untouched):
    with untouched():
        opened = text_of(deed(ada, cast, invitation, "link"))
    assert "/invitations/" not in opened

    shown = text_of(deed(ada, cast, invitation, "link", {"make": "link"}))

    secret = shown.split("/invitations/")[1].split("<")[0].split('"')[0]
    assert queries.by_link(secret).id == invitation.id


def test_it_is_canceled_after_a_question(ada, cast, invitation):
    assert "Keep invitation" in text_of(deed(ada, cast, invitation, "cancellation"))

    deed(ada, cast, invitation, "cancellation", {"cancel": "yes"})

    assert fresh(invitation).state == "canceled"


def test_one_in_review_is_approved_by_another(ada, erin, cast):
    waiting = invite(ada, cast.press, "ben@acme.example")
    Invitation.objects.of(cast.acme).filter(id=waiting.id).update(state="pending_approval", reason="left")
    assert "Waiting for approval" in page(erin, cast.press, "people", waiting.id)

    visit(erin, at(cast.press, "people", waiting.id, "approval"), {})

    assert fresh(waiting).state == "pending"


@pytest.mark.parametrize("name", ["invitation", "link", "cancellation", "approval"])
def test_partial_access_and_other_organizations_do_nothing(ben, mallory, cast, invitation, untouched, name):
    """AUTH-1: the refusals tell Ben that he may not, and Mallory that there is nothing."""
    with untouched():
        assert deed(ben, cast, invitation, name, {}).status_code == 403
        assert deed(mallory, cast, invitation, name, {}).status_code == 404


def test_an_invitation_of_another_portfolio_is_not_found_here(ada, cast, invitation, untouched):
    with untouched():
        assert visit(ada, at(cast.press, "people", invitation.id, "link"), {"make": "link"}).status_code == 404
