"""The screens of Approvals, and asking for approval where a deed needs it."""

import re

from keyhouse.domain.administration import queries as administration
from keyhouse.domain.governance.models import Approval
from tests.domain.governance.asked import ask
from tests.visiting import text_of, visit

LIST = "/admin-center/approvals/"


def give(who, cast, person):
    role = administration.system_admin_role(cast.acme)
    address = f"/admin-center/admin-roles/{role.id}/assigning/review/?person={person.id}"
    return visit(who, address, {"adult": "on", "assign": "yes"})


def test_a_deed_that_needs_another_administrator_says_so_and_offers_to_ask(ada, cast, untouched):
    with untouched():
        answer = give(ada, cast, cast.ben)

    shown = text_of(answer)
    assert answer.status_code == 403
    assert "This needs another administrator" in shown and "Ask for approval" in shown
    assert "Ben" in shown and "System admin" in shown


def test_asking_by_the_button_sends_the_request(ada, erin, cast):
    asked = re.search(r'name="asked" value="([^"]+)"', text_of(give(ada, cast, cast.ben))).group(1)

    answer = visit(ada, f"{LIST}asking/", {"asked": asked, "reason": "Erin is on leave"})

    made = Approval.objects.of(cast.acme).get()
    assert answer.status_code == 303 and answer["Location"] == f"{LIST}{made.id}/"
    assert "Assign System admin" in text_of(visit(erin, LIST))
    assert "Erin is on leave" in text_of(visit(erin, f"{LIST}{made.id}/"))


def test_what_somebody_else_was_offered_is_not_asked_for(ada, erin, cast, untouched):
    asked = re.search(r'name="asked" value="([^"]+)"', text_of(give(ada, cast, cast.ben))).group(1)

    with untouched():
        for who, token in ((erin, asked), (ada, asked + "x"), (ada, "")):
            assert visit(who, f"{LIST}asking/", {"asked": token, "reason": ""}).status_code == 303


def test_a_refusal_while_asking_is_shown_with_the_form(ada, cast):
    asked = re.search(r'name="asked" value="([^"]+)"', text_of(give(ada, cast, cast.ben))).group(1)
    ask(ada, cast)

    answer = visit(ada, f"{LIST}asking/", {"asked": asked, "reason": "again"})

    assert answer.status_code == 422 and "Ada already asked for this." in text_of(answer)


def test_approve_does_it_and_shows_the_request_as_done(ada, erin, cast):
    made = ask(ada, cast)

    answer = visit(erin, f"{LIST}{made.id}/approval/", {})

    assert answer.status_code == 303 and administration.is_system_admin(cast.ben)
    assert "Done" in text_of(visit(erin, f"{LIST}closed/"))
    assert not visit(erin, LIST).content.count(str(made.id).encode())


def test_decline_asks_for_a_reason(ada, erin, cast):
    made = ask(ada, cast)

    refused = visit(erin, f"{LIST}{made.id}/decline/", {"decline": "yes", "reason": ""})
    visit(erin, f"{LIST}{made.id}/decline/", {"decline": "yes", "reason": "Not now"})

    assert refused.status_code == 422 and "Say why you decline." in text_of(refused)
    assert "Not now" in text_of(visit(ada, f"{LIST}closed/"))


def test_who_asked_sees_who_may_decide_and_may_cancel_but_not_approve(ada, cast):
    made = ask(ada, cast)

    shown = text_of(visit(ada, f"{LIST}{made.id}/"))

    assert "Erin" in shown and ">Approve<" not in shown
    assert "Assign System admin" in text_of(visit(ada, f"{LIST}sent/"))
    visit(ada, f"{LIST}{made.id}/cancellation/", {})
    assert "You wait for nobody" in text_of(visit(ada, f"{LIST}sent/"))


def test_another_organization_sees_no_request(ada, mallory, cast):
    """AUTH-1: Mallory's lists are empty, and the request doesn't exist for her."""
    made = ask(ada, cast)

    assert "Nothing waits for you" in text_of(visit(mallory, LIST))
    assert visit(mallory, f"{LIST}{made.id}/").status_code == 404
    assert visit(mallory, f"{LIST}{made.id}/approval/", {}).status_code == 404


def test_the_number_stands_in_the_menu_and_in_the_top_bar(ada, erin, cast):
    ask(ada, cast)

    shown = text_of(visit(erin, LIST))

    assert 'aria-label="Approvals: 1"' in shown and 'aria-label="Approvals: 0"' in text_of(visit(ada, LIST))


def test_the_table_is_exported(ada, erin, cast):
    ask(ada, cast)

    assert "Assign System admin,Ada,Ben: – → System admin" in text_of(visit(erin, f"{LIST}export/"))
