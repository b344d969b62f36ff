"""What an administrator does about a person's way in, and the access that waits for confirmation."""

from keyhouse.domain.grants import actions as grants
from keyhouse.domain.people.models import Person
from tests.visiting import text_of, visit

PEOPLE = "/admin-center/people/"


def send(by, person, what, **data):
    return visit(by, f"{PEOPLE}{person.id}/{what}/", data)


def test_the_sign_in_method_is_chosen_in_a_dialog(ada, cast):
    send(ada, cast.ben, "method", method="password")

    assert Person.objects.of(cast.acme).get(id=cast.ben.id).sign_in_method == "password"
    assert "Password only" in text_of(visit(ada, f"{PEOPLE}{cast.ben.id}/security/"))


def test_the_last_way_in_by_password_is_refused_in_the_dialog(erin, cast, untouched):
    """AUTH-2: by screen, the last break-glass administrator isn't moved to single sign-on."""
    with untouched():
        refused = send(erin, cast.ada, "method", method="sso")

    assert refused.status_code == 422 and "last System admin who can sign in with a password" in text_of(refused)


def test_sign_out_and_factor_reset_lead_back_to_her_page(ada, cast):
    for what in ("sign-out", "two-factor", "password-reset"):
        assert send(ada, cast.ben, what)["Location"] == f"{PEOPLE}{cast.ben.id}/"


def test_what_waits_after_a_return_is_confirmed_on_the_access_tab(ada, cast):
    send(ada, cast.erin, "deactivation", deactivate="yes")
    gone = text_of(visit(ada, f"{PEOPLE}{cast.erin.id}/access/"))
    send(ada, cast.erin, "reactivation")
    waiting = text_of(visit(ada, f"{PEOPLE}{cast.erin.id}/access/"))

    send(ada, cast.erin, "access-confirmation")

    done = text_of(visit(ada, f"{PEOPLE}{cast.erin.id}/access/"))
    assert "What ended when the account was deactivated" in gone and "System admin" in gone
    assert "System admin, full control of Press" in waiting and "Confirm access" in waiting
    assert "Confirm access" not in done and "Full control" in done


def test_her_tasks_stand_on_the_access_tab_with_their_portfolio(ada, cast):
    grants.assign_assets(
        by=ada,
        portfolio=cast.spring_campaign,
        subject_id=cast.ben.id,
        object_ids=[cast.acme_bikes.id],
        tasks={"page": ["ANALYZE"]},
    )

    page = text_of(visit(ada, f"{PEOPLE}{cast.ben.id}/access/")).split("Assets and tasks", 1)[1]

    assert "Acme Bikes" in page and "Spring campaign" in page
