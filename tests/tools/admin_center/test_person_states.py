"""What an administrator does to an account on its page."""

import pytest

from keyhouse.domain.people.models import Person
from tests.cast import make_person
from tests.visiting import text_of, visit

PEOPLE = "/admin-center/people/"


def now(person):
    return Person.objects.of(person.organization_id).filter(id=person.id).first()


def send(by, person, what, **data):
    return visit(by, f"{PEOPLE}{person.id}/{what}/", data)


def test_suspension_needs_a_reason(ada, cast):
    refused = send(ada, cast.ben, "suspension", reason="")
    send(ada, cast.ben, "suspension", reason="lost laptop")

    assert refused.status_code == 422
    assert (now(cast.ben).state, now(cast.ben).state_reason) == ("suspended", "lost laptop")


def test_a_suspension_is_lifted(ada, cast):
    send(ada, cast.ben, "suspension", reason="lost laptop")

    send(ada, cast.ben, "unsuspension")

    assert now(cast.ben).state == "active"


def test_deactivation_says_what_ends_and_ends_it(ada, cast):
    question = text_of(visit(ada, f"{PEOPLE}{cast.ben.id}/deactivation/"))
    send(ada, cast.ben, "deactivation", deactivate="yes")

    assert "Spring campaign" in question and "Deactivate Ben" in question
    assert now(cast.ben).state == "deactivated"
    assert "This account is deactivated" in text_of(visit(ada, f"{PEOPLE}{cast.ben.id}/"))


def test_the_last_administrator_is_refused_in_the_dialog(ada, erin, cast, untouched):
    """AUTH-2: by screen, the last System admin who can get in is not deactivated, suspended or deleted."""
    with untouched():
        responses = [send(erin, cast.ada, what, reason="-") for what in ("deactivation", "suspension", "deletion")]

    assert [response.status_code for response in responses] == [422, 422, 422]


def test_reactivation_brings_back(ada, cast):
    send(ada, cast.dana, "reactivation")

    assert now(cast.dana).state == "active"


def test_only_who_was_never_activated_or_has_left_is_deleted(ada, cast):
    new = make_person(cast.acme, "new@acme.example", "New", state="invited", activated_at=None)

    refused = send(ada, cast.ben, "deletion", delete="yes")
    send(ada, new, "deletion", delete="yes")

    assert refused.status_code == 422 and now(cast.ben) is not None
    assert now(new) is None or now(new).state == "deleted"


def test_details_are_edited_and_the_log_tells_it(ada, cast):
    send(ada, cast.ben, "details", given_name="Ben", display_name="Ben Osei", job_title="Buyer")

    page = text_of(visit(ada, f"{PEOPLE}{cast.ben.id}/"))
    assert "Ben Osei" in page and "Buyer" in page and "Account edited" in page


def test_what_a_connection_writes_is_locked(ada, cast):
    cast.ben.managed_by = cast.scim
    cast.ben.save()

    send(ada, cast.ben, "details", given_name="Other", phone="1")

    assert (now(cast.ben).given_name, now(cast.ben).phone) == ("Ben", "1")


def test_an_activation_link_is_shown_once_and_only_for_a_verified_domain(ada, cast):
    invited = make_person(cast.acme, "i@acme.example", "I", state="invited", activated_at=None)
    labs = make_person(cast.acme, "i@acme-labs.example", "I", state="added", activated_at=None)

    shown = send(ada, invited, "activation-link", make="link")
    refused = send(ada, labs, "activation-link", make="link")

    assert "http://127.0.0.1:8000/activate/" in text_of(shown)
    assert "/activate/" not in text_of(visit(ada, f"{PEOPLE}{invited.id}/activation-link/"))
    assert refused.status_code == 422 and "acme-labs.example isn&#x27;t verified" in text_of(refused)


@pytest.mark.parametrize("what", ["suspension", "deactivation", "deletion", "details", "reactivation", "sign-out"])
def test_nobody_else_does_it(ben, mallory, cast, untouched, what):
    with untouched():
        assert send(ben, cast.erin, what, reason="-").status_code == 403
        assert send(mallory, cast.erin, what, reason="-").status_code == 404
