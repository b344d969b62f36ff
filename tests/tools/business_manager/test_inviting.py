"""The dialog Invite people, step by step, as it works without scripts."""

import pytest

from keyhouse.domain.grants import queries as grants
from keyhouse.domain.invitations.models import Invitation
from tests.tools.business_manager.places import at
from tests.visiting import text_of, visit


def dialog(who, cast, **typed):
    return visit(who, at(cast.spring_campaign, "people", "inviting"), {"kind": "work", **typed})


ACCESS = {"access": "basic", "days": "30"}


def test_the_steps_lead_on_and_keep_what_was_typed(ada, cast):
    first = text_of(dialog(ada, cast, step="people", emails="erin@acme.example"))
    second = text_of(dialog(ada, cast, step="access", emails="erin@acme.example", **ACCESS))
    third = text_of(dialog(ada, cast, step="assets", emails="erin@acme.example", **ACCESS))

    assert "Partial access" in first and 'value="erin@acme.example"' in first
    assert "Assets and permissions" in second and "Acme Ads" in second
    assert "This person will see nothing until you assign assets" in third


def test_the_last_step_invites_and_shows_who_was_added(ada, cast):
    answer = dialog(ada, cast, step="review", emails="erin@acme.example", **ACCESS)

    assert answer.status_code == 303
    added = text_of(visit(ada, answer.headers["Location"]))
    assert "User added" in added and "erin@acme.example" in added and "Inactive" in added
    assert Invitation.objects.of(cast.acme).filter(person=cast.erin, state="pending").exists()


def test_several_are_counted(ada, cast):
    answer = dialog(ada, cast, step="review", emails="erin@acme.example kim@acme.example", **ACCESS)

    assert "2 people added" in text_of(visit(ada, answer.headers["Location"]))


def test_who_cannot_be_added_is_shown_with_reason_and_the_way_to_mend_it(ada, cast, untouched):
    typed = "erin@acme.example, kim@acme-labs.example; ben@acme.example\nkim@gmail.com"
    with untouched():
        shown = text_of(dialog(ada, cast, step="people", emails=typed))

    assert "Some people couldn't be added (3)" in shown and "Ready to add (1)" in shown
    assert "acme-labs.example isn&#x27;t verified by Acme" in shown and "Verify domain" in shown
    assert "Open person" in shown and "Add 1 person, keep 3 for later" in shown


def test_after_the_reasons_were_seen_the_good_ones_go_on(ada, cast):
    typed = {"emails": "erin@acme.example kim@gmail.com", "checked": "kim@gmail.com"}

    assert "Partial access" in text_of(dialog(ada, cast, step="people", **typed))
    answer = dialog(ada, cast, step="review", **typed, **ACCESS)
    assert [one.email for one in Invitation.objects.of(cast.acme).filter(state="pending")] == ["erin@acme.example"]
    assert answer.status_code == 303


def test_other_problems_than_those_seen_are_shown_again(ada, cast):
    answer = dialog(ada, cast, step="people", emails="erin@acme.example lea@gmail.com", checked="kim@gmail.com")

    assert answer.status_code == 422 and "lea@gmail.com" in text_of(answer)


def test_when_nobody_can_be_added_the_dialog_says_why(ada, cast):
    answer = dialog(ada, cast, step="people", emails="kim@gmail.com")

    assert answer.status_code == 422 and "None of these addresses can be added" in text_of(answer)


def test_an_unverified_domain_can_be_waited_for(ada, cast):
    typed = {"emails": "kim@acme-labs.example", "hold": "on", "checked": "kim@acme-labs.example"}

    answer = dialog(ada, cast, step="review", **typed, **ACCESS)

    assert Invitation.objects.of(cast.acme).get().state == "held"
    assert "Held" in text_of(visit(ada, answer.headers["Location"]))


def test_assets_are_promised_with_the_invitation(ada, cast):
    chosen = {"assets": [str(cast.act_1001.id)], "tasks_ad_account": ["ADVERTISE"]}

    dialog(ada, cast, step="review", emails="erin@acme.example", **ACCESS, **chosen)

    invitation = Invitation.objects.of(cast.acme).get()
    assert [one.asset for one in grants.promised(invitation, cast.spring_campaign)] == [cast.act_1001]


def test_an_asset_without_a_task_is_no_choice(ada, cast, untouched):
    with untouched():
        answer = dialog(ada, cast, step="assets", emails="erin@acme.example", assets=[str(cast.act_1001.id)], **ACCESS)

    assert "Choose at least one task" in text_of(answer)


@pytest.mark.parametrize("typed", ["²", "9" * 30])
def test_what_is_no_id_names_nobody_who_was_invited_and_no_asset(ada, cast, typed):
    added = visit(ada, at(cast.spring_campaign, "people", "invited") + f"?made={typed}")
    chosen = dialog(ada, cast, step="assets", emails="erin@acme.example", assets=[typed], **ACCESS)

    assert added.status_code == 200
    assert "Acme Ads" in text_of(chosen)


def test_an_end_on_the_last_of_all_days_is_kept_within_time(ada, cast):
    cast.spring_campaign.time_zone = "America/Los_Angeles"
    cast.spring_campaign.save(update_fields=["time_zone"])
    chosen = {"assets": [str(cast.act_1001.id)], "tasks_ad_account": ["ANALYZE"], "until": "9999-12-31"}

    answer = dialog(ada, cast, step="review", emails="erin@acme.example", **ACCESS, **chosen)

    assert answer.status_code == 303
    assert Invitation.objects.of(cast.acme).filter(person=cast.erin, state="pending").exists()


@pytest.mark.parametrize("field", ["organization_id", "by", "portfolio", "invited_by"])
def test_a_field_that_was_never_asked_for_decides_nothing(ada, cast, field):
    """AUTH-3: who acts, and where, comes from the session and the address alone; what else is sent has no effect."""
    dialog(ada, cast, step="review", emails="erin@acme.example", **ACCESS, **{field: str(cast.rival.id)})

    invitation = Invitation.objects.of(cast.acme).get()
    assert (invitation.portfolio, invitation.invited_by) == (cast.spring_campaign, cast.ada)


def test_partial_access_does_not_open_the_dialog(ben, cast):
    assert visit(ben, at(cast.spring_campaign, "people", "inviting")).status_code == 403


def test_another_organization_finds_no_dialog(mallory, cast, untouched):
    """AUTH-1: not for reading, and not for sending."""
    with untouched():
        assert dialog(mallory, cast, step="review", emails="mallory@rival.example", **ACCESS).status_code == 404
