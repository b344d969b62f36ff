"""Business portfolios: which one may open, invitations that wait, creating one, taking full control."""

import pytest

from keyhouse.domain.portfolios import queries
from tests.domain.invitations.inviting import fresh, invite
from tests.tools.business_manager.places import at
from tests.visiting import text_of, visit

HOME = "/business-manager/"


def test_a_person_sees_her_own_portfolios_and_no_others(ben, cast):
    shown = text_of(visit(ben, HOME))

    assert "Spring campaign" in shown
    assert "Press" not in shown and "Create business portfolio" not in shown


def test_a_system_admin_sees_every_portfolio_and_may_take_it(erin, cast):
    shown = text_of(visit(erin, HOME))

    assert "Spring campaign" in shown and "Take full control" in shown


def test_a_personal_login_opens_the_portfolio_it_is_in(finn, cast):
    assert visit(finn, at(cast.press)).headers["Location"].endswith("/business-account-info/")
    assert "Personal login" in text_of(visit(finn, at(cast.press, "business-account-info")))


def test_a_portfolio_is_created_in_one_dialog(ada, cast):
    answer = visit(ada, f"{HOME}portfolios/adding/", {"name": "Summer sale"})

    assert answer.status_code == 303
    assert ("Summer sale", "full") in [(one.name, one.level) for one in queries.openable(ada)]


def test_a_name_that_is_taken_stands_at_the_field(ada, cast, untouched):
    with untouched():
        answer = visit(ada, f"{HOME}portfolios/adding/", {"name": "press"})

    assert answer.status_code == 422 and "There is a portfolio named press already." in text_of(answer)


def test_a_system_admin_without_a_place_is_led_to_the_question(erin, cast):
    assert visit(erin, at(cast.spring_campaign)).headers["Location"].endswith("/full-control/")
    refused = visit(erin, at(cast.spring_campaign, "people"))
    assert refused.status_code == 403 and "Take full control" in text_of(refused)


def test_full_control_is_taken_with_a_reason(erin, cast):
    assert visit(erin, at(cast.spring_campaign, "full-control"), {"reason": ""}).status_code == 422

    visit(erin, at(cast.spring_campaign, "full-control"), {"reason": "Ada is away"})

    assert queries.facts_for(erin, cast.spring_campaign).level == "full"


def test_an_invitation_is_accepted_where_it_waits(ada, erin, cast):
    invitation = invite(ada, cast.spring_campaign)
    assert "Invitations for you" in text_of(visit(erin, HOME))

    visit(erin, f"{HOME}invitations/{invitation.id}/acceptance/", {})

    assert queries.place_of(cast.spring_campaign, cast.erin.id) is not None


def test_an_invitation_is_declined_where_it_waits(ada, erin, cast):
    invitation = invite(ada, cast.spring_campaign)

    visit(erin, f"{HOME}invitations/{invitation.id}/refusal/", {})

    assert fresh(invitation).state == "declined"


@pytest.mark.parametrize("deed", ["acceptance", "refusal"])
def test_nobody_answers_for_somebody_else(ada, ben, mallory, cast, untouched, deed):
    """INV-1: an invitation is found among one's own alone."""
    invitation = invite(ada, cast.spring_campaign)

    for other in (ben, mallory):
        with untouched():
            assert visit(other, f"{HOME}invitations/{invitation.id}/{deed}/", {}).status_code == 404
