"""The screens of People: the directory, adding one person, and her page."""

import dataclasses

import pytest

from keyhouse.domain.people.models import Person
from keyhouse.foundation.permissions import Permission
from tests.cast import make_person
from tests.visiting import text_of, visit

LIST = "/admin-center/people/"
NEW = {"email": "ines@acme.example", "given_name": "Ines", "family_name": "Duarte", "old_enough": "on"}
SIGN_IN = {"method": "password"}


def rows(cast, **wanted):
    return Person.objects.of(cast.acme).filter(**wanted)


def test_the_directory_shows_everybody_of_the_organization_and_nobody_else(ada, cast):
    page = text_of(visit(ada, LIST))

    assert all(f"{name}@acme.example" in page for name in ("ada", "erin", "ben", "dana"))
    assert "mallory" not in page and "cleo" not in page


@pytest.mark.parametrize(
    ("query", "seen", "unseen"),
    [
        ("q=BEN", "ben@", "erin@"),
        ("status=deactivated", "dana@", "ben@"),
        ("q=analyst", "erin@", "ben@"),
        ("q=nobody", "Nobody matches", "ben@"),
    ],
)
def test_search_and_status_narrow_the_list(ada, cast, query, seen, unseen):
    rows(cast, given_name="Erin").update(job_title="Analyst")

    page = text_of(visit(ada, f"{LIST}?{query}"))

    assert seen in page and unseen not in page


def test_show_more_goes_on_where_the_list_ended(ada, cast):
    for number in range(60):
        make_person(cast.acme, f"p{number}@acme.example", f"Person {number:02}")
    first = text_of(visit(ada, LIST))
    more = first.split("after=")[1].split('"')[0]

    second = text_of(visit(ada, f"{LIST}?after={more}"))

    assert "Person 59" in second and "Person 59" not in first
    assert "ada@acme.example" not in second.split("<main")[1]


def test_an_altered_cursor_opens_the_beginning(ada, mallory, cast):
    """WEB-4: cursors are signed, and one of Acme's list opens nothing in Rival's."""
    for number in range(60):
        make_person(cast.acme, f"p{number}@acme.example", f"Person {number:02}")
    more = text_of(visit(ada, LIST)).split("after=")[1].split('"')[0]

    for cursor in (more[:-3] + "abc", "WyJwIiwxXQ", "'; DROP TABLE"):
        assert "ada@acme.example" in text_of(visit(ada, f"{LIST}?after={cursor}"))
    assert "mallory@rival.example" in text_of(visit(mallory, f"{LIST}?after={more}"))


def test_the_export_escapes_what_a_spreadsheet_would_run(ada, cast):
    """A cell that begins like a formula is text."""
    for start in ("=", "+", "-", "@", "\t"):
        make_person(cast.acme, f"x{ord(start)}@acme.example", "X", display_name=f"{start}1+1", job_title=f"{start}cmd")

    lines = text_of(visit(ada, f"{LIST}export/")).splitlines()

    assert len(lines) == 10 and lines[0].startswith("\ufeffaccount_id,email")
    cells = [cell.strip('"') for line in lines[1:] for cell in line.split(",")]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t"))]


def test_adding_asks_in_steps_and_reviews_before_the_deed(ada, cast):
    second = text_of(visit(ada, f"{LIST}adding/one/", {"step": "person", **NEW}))
    review = text_of(visit(ada, f"{LIST}adding/one/", {"step": "sign-in", **NEW, **SIGN_IN}))

    assert "Sign-in method" in second and 'value="ines@acme.example"' in second
    assert "By mail, at once" in review and not rows(cast, email="ines@acme.example").exists()


def test_the_last_step_adds_the_person(ada, cast):
    response = visit(ada, f"{LIST}adding/one/", {"step": "review", **NEW, **SIGN_IN})

    ines = rows(cast, email="ines@acme.example").get()
    assert response["Location"] == f"{LIST}{ines.id}/added/"
    assert (ines.state, ines.sign_in_method, ines.name) == ("invited", "password", "Ines Duarte")


def test_back_keeps_what_was_typed(ada, cast):
    page = text_of(visit(ada, f"{LIST}adding/one/", {"step": "sign-in", "back": "1", **NEW, **SIGN_IN}))

    assert 'value="Ines"' in page and "Sign-in method" not in page.split("dialog-body")[1]


def test_a_used_address_is_refused_at_its_field(ada, cast):
    response = visit(ada, f"{LIST}adding/one/", {"step": "review", **NEW, **SIGN_IN, "email": "ben@acme.example"})

    assert response.status_code == 422
    assert "already used in this organization" in text_of(response)


def test_an_unverified_domain_is_said_before_the_deed(ada, cast):
    typed = {"step": "sign-in", **NEW, **SIGN_IN, "email": "i@acme-labs.example"}

    page = text_of(visit(ada, f"{LIST}adding/one/", typed))

    assert "acme-labs.example isn't verified" in page


@pytest.mark.parametrize("tab", ["", "access/", "security/", "activity/", "provisioning/"])
def test_every_tab_of_her_page_opens(ada, cast, tab):
    page = visit(ada, f"{LIST}{cast.ben.id}/{tab}")

    assert page.status_code == 200 and "ben@acme.example" in text_of(page)


def test_another_organizations_person_does_not_exist(mallory, cast):
    """AUTH-1: Ben's page is not there for Mallory."""
    assert visit(mallory, f"{LIST}{cast.ben.id}/").status_code == 404


@pytest.mark.parametrize(
    "query", ["q=%00", "q=a%00b", "status=%00", "q=%ff%fe", "after=%00", "q=" + "x" * 5000, "q=%25_'"]
)
def test_no_search_breaks_the_page(ada, cast, query):
    """WEB-4: whatever is searched is a value, on both databases."""
    assert visit(ada, f"{LIST}?{query}").status_code in {200, 404}


def test_whoever_may_only_look_is_offered_nothing_to_do(ada, cast):
    reader = dataclasses.replace(ada, permissions=frozenset({Permission.PEOPLE_VIEW}))

    page = text_of(visit(reader, LIST))

    assert "ben@acme.example" in page and "Deactivate</a>" not in page and "selection-bar" not in page
