"""Activity log, Business portfolio info and Business Account info."""

from keyhouse.domain.portfolios import queries
from keyhouse.domain.portfolios.actions import add_membership, deactivate_memberships
from keyhouse.foundation.permissions import Permission
from tests.cast import actor_of, make_member, make_person
from tests.domain.invitations.inviting import invite
from tests.tools.business_manager.places import at, page
from tests.visiting import text_of, visit


def left(okta, cast):
    """Lea was in the portfolio, and has left since."""
    lea = make_person(cast.acme, "lea@acme.example", "Lea")
    step = okta.within(Permission.MEMBERSHIPS_CHANGE, lea)
    add_membership(by=step, portfolio=cast.spring_campaign, person=lea)
    deactivate_memberships(by=step, person=lea)
    lea.state = "deactivated"
    lea.save()
    return lea


def test_the_log_tells_what_happened_here_and_nothing_else(ada, cast):
    invite(ada, cast.spring_campaign)
    invite(ada, cast.press, "ben@acme.example")

    shown = page(ada, cast.spring_campaign, "activity-log")

    assert "Ada invited erin@acme.example to Spring campaign" in shown and "ben@acme.example" not in shown


def test_the_log_can_be_filtered_and_exported(ada, cast):
    invite(ada, cast.spring_campaign)

    assert "Nothing matches" in page(ada, cast.spring_campaign, "activity-log", query="?event=asset.added")
    exported = text_of(visit(ada, at(cast.spring_campaign, "activity-log", "export")))
    assert "Person invited,Ada invited erin@acme.example" in exported


def test_who_has_left_is_masked_in_the_log_of_those_who_may_not_reveal(okta, ada, cast):
    left(okta, cast)
    pia = make_person(cast.acme, "pia@acme.example", "Pia")
    make_member(cast.spring_campaign, pia, "full")

    assert "lea@acme.example" in page(ada, cast.spring_campaign, "activity-log")
    shown = page(actor_of(pia), cast.spring_campaign, "activity-log")
    assert "*****" in shown and "lea@acme.example" not in shown and "Lea is in" not in shown


def test_the_info_shows_id_and_options_and_warns_of_a_single_full_control(ada, cast):
    shown = page(ada, cast.spring_campaign, "business-portfolio-info")

    assert str(cast.spring_campaign.id) in shown and "Only one person has full control" in shown


def test_the_options_are_edited_by_full_control_alone(ada, ben, cast):
    typed = {"name": "Spring", "time_zone": "Europe/Berlin", "invitation_days": "14"}
    address = at(cast.spring_campaign, "business-portfolio-info", "details")
    assert visit(ben, address, typed).status_code == 403

    visit(ada, address, typed)

    cast.spring_campaign.refresh_from_db()
    assert (cast.spring_campaign.name, cast.spring_campaign.personal_logins_allowed) == ("Spring", False)


def test_a_person_sees_her_own_account_and_leaves(ben, cast):
    assert "Work account" in page(ben, cast.spring_campaign, "business-account-info")

    visit(ben, at(cast.spring_campaign, "business-account-info", "leaving"), {"leave": "yes"})

    assert queries.place_of(cast.spring_campaign, cast.ben.id) is None


def test_the_last_full_control_does_not_leave(ada, cast, untouched):
    """AUTH-2: leaving is one of the doors."""
    with untouched():
        answer = visit(ada, at(cast.spring_campaign, "business-account-info", "leaving"), {"leave": "yes"})

    assert answer.status_code == 422
