"""A person's page inside a portfolio, and what can be done from it."""

from keyhouse.domain.grants import queries as grants
from keyhouse.domain.invitations import queries as invitations
from keyhouse.domain.portfolios import queries
from tests.cast import make_member
from tests.domain.grants.giving import give, held
from tests.domain.invitations.inviting import fresh, invite
from tests.tools.business_manager.places import at, page
from tests.visiting import text_of, visit

TABS = ((), ("assets",), ("access",), ("why",), ("activity",))


def test_a_new_person_is_told_what_to_do_next(ada, cast):
    assert "Ben sees nothing in this portfolio until assets are assigned." in page(
        ada, cast.spring_campaign, "people", cast.ben.id
    )


def test_the_summary_lists_tasks_and_from_where(ada, cast):
    give(cast.spring_campaign, cast.ben, cast.act_1001, "ADVERTISE")

    shown = page(ada, cast.spring_campaign, "people", cast.ben.id)

    assert "Acme Ads" in shown and "Manage campaigns" in shown and "Direct" in shown


def test_a_person_sees_her_own_page_and_nobody_elses(ben, cast):
    assert visit(ben, at(cast.spring_campaign, "people", cast.ben.id)).status_code == 200
    assert visit(ben, at(cast.spring_campaign, "people", cast.ada.id)).status_code == 403


def test_whoever_is_not_in_the_portfolio_has_no_page_there(ada, cast):
    for stranger in (cast.erin, cast.mallory):
        assert visit(ada, at(cast.spring_campaign, "people", stranger.id)).status_code == 404


def test_no_tab_names_somebody_who_has_left(ada, cast):
    for tab in TABS:
        shown = page(ada, cast.spring_campaign, "people", cast.dana.id, *tab)
        assert "*****" in shown and "dana" not in shown.lower()


def test_after_a_reveal_she_is_named_to_this_administrator_alone(ada, erin, cast):
    make_member(cast.spring_campaign, cast.erin, "full")

    visit(ada, at(cast.spring_campaign, "people", cast.dana.id, "reveal"), {"reason": "Handing over"})

    assert "dana@acme.example" in page(ada, cast.spring_campaign, "people", cast.dana.id)
    assert "dana@acme.example" not in page(erin, cast.spring_campaign, "people", cast.dana.id)


def test_why_answers_for_every_task_of_an_asset(ada, cast):
    give(cast.spring_campaign, cast.ben, cast.act_1001, "ADVERTISE")

    shown = page(ada, cast.spring_campaign, "people", cast.ben.id, "why", query=f"?asset={cast.act_1001.id}")

    assert "A grant on the asset." in shown and "Nothing gives the subject this task on the asset." in shown


def test_access_is_changed_in_a_dialog(ada, cast):
    visit(ada, at(cast.spring_campaign, "people", cast.ben.id, "access", "change"), {"level": "apps"})

    assert queries.place_of(cast.spring_campaign, cast.ben.id).level == "apps"


def test_the_last_full_control_is_refused_in_the_dialog(ada, cast, untouched):
    """AUTH-2: the page refuses, and says what to do."""
    with untouched():
        answer = visit(ada, at(cast.spring_campaign, "people", cast.ada.id, "access", "change"), {"level": "basic"})

    assert answer.status_code == 422
    assert "Ada is the last person with full control of Spring campaign." in text_of(answer)


def test_the_access_of_an_invitation_is_changed_too(ada, cast):
    invitation = invite(ada, cast.spring_campaign)

    visit(ada, at(cast.spring_campaign, "people", invitation.id, "access", "change"), {"level": "full"})

    assert fresh(invitation).level == "full"


def test_removal_shows_what_falls_away_and_does_it(ada, cast):
    give(cast.spring_campaign, cast.ben, cast.act_1001, "ADVERTISE")
    address = at(cast.spring_campaign, "people", cast.ben.id, "removal")
    assert "1 assignment ends" in text_of(visit(ada, address))

    visit(ada, address, {"remove": "yes"})

    assert queries.place_of(cast.spring_campaign, cast.ben.id) is None and held(cast.ben, cast.spring_campaign) == []


def test_assets_are_assigned_in_a_dialog(ada, cast):
    chosen = {"assets": [str(cast.act_1001.id), str(cast.acme_bikes.id)], "tasks_ad_account": ["ADVERTISE"],
              "tasks_page": ["MANAGE"]}  # fmt: skip

    answer = visit(ada, at(cast.spring_campaign, "people", cast.ben.id, "assigning"), chosen)

    assert held(cast.ben, cast.spring_campaign) == [("Acme Bikes", ["MANAGE"]), ("Acme Ads", ["ADVERTISE"])]
    assert "Assets Added" in text_of(visit(ada, answer.headers["Location"]))


def test_assets_for_an_invitation_are_promised_and_a_fresh_link_is_shown(ada, cast):
    invitation = invite(ada, cast.spring_campaign)
    chosen = {"assets": [str(cast.act_1001.id)], "tasks_ad_account": ["ADVERTISE"]}

    shown = text_of(visit(ada, at(cast.spring_campaign, "people", invitation.id, "assigning"), chosen))

    assert "Assets Added" in shown
    secret = shown.split("/invitations/")[1].split("<")[0].split('"')[0]
    assert invitations.by_link(secret).id == invitation.id
    assert [one.asset for one in grants.promised(invitation, cast.spring_campaign)] == [cast.act_1001]


def test_whoever_is_inside_but_never_activated_is_sent_a_fresh_activation_link(ada, cast):
    cast.ben.state, cast.ben.activated_at, cast.ben.sign_in_method = "invited", None, "password"
    cast.ben.save()
    chosen = {"assets": [str(cast.act_1001.id)], "tasks_ad_account": ["ADVERTISE"]}

    shown = text_of(visit(ada, at(cast.spring_campaign, "people", cast.ben.id, "assigning"), chosen))

    assert "Activation link" in shown and "/activate/" in shown
    assert held(cast.ben, cast.spring_campaign) == [("Acme Ads", ["ADVERTISE"])]


def test_a_search_in_the_dialog_gives_nothing_away_and_keeps_the_choice(ada, cast, untouched):
    chosen = {
        "assets": [str(cast.act_1001.id)],
        "again": "1",
        "pane": "ad_account",
        "find_ad_account": "nothing like it",
    }

    with untouched():
        answer = visit(ada, at(cast.spring_campaign, "people", cast.ben.id, "assigning"), chosen)

    assert answer.status_code == 200 and "Nothing of that name." in text_of(answer)
    assert f'<input type="hidden" name="assets" value="{cast.act_1001.id}">' in text_of(answer)


def test_chosen_assets_are_taken_away(ada, cast):
    give(cast.spring_campaign, cast.ben, cast.act_1001, "ADVERTISE")
    address = at(cast.spring_campaign, "people", cast.ben.id, "assets", "removal")
    assert "Acme Ads" in text_of(visit(ada, f"{address}?asset={cast.act_1001.id}"))

    visit(ada, address, {"asset": [str(cast.act_1001.id)], "remove": "yes"})

    assert held(cast.ben, cast.spring_campaign) == []
