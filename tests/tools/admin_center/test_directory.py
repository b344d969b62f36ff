"""The directory at work: filters as chips, order, pages both ways, columns, saved filters, and the menu of a row."""

import dataclasses
import re

import pytest

from keyhouse.domain.directory import queries
from keyhouse.domain.people.models import Person
from keyhouse.foundation.permissions import Permission
from tests.cast import make_person
from tests.visiting import text_of, visit

LIST = "/admin-center/people/"


def names(page):
    return re.findall(r'person-name">([^<]+)<', page)


@pytest.fixture
def many(cast):
    """120 people more."""
    for number in range(120):
        make_person(cast.acme, f"p{number}@acme.example", f"Person {number:03}", department=f"D{number % 3}")
    return cast


def link(page, words):
    found = re.search(rf'href="([^"]+)" rel="{words}"', page) or re.search(rf'href="([^"]+)">{words}', page)
    return LIST + found.group(1).replace("&amp;", "&")


def test_pages_go_on_and_back_and_to_the_end(ada, many):
    first = text_of(visit(ada, LIST))
    second = text_of(visit(ada, link(first, "next")))
    last = text_of(visit(ada, link(first, "Last page")))
    back = text_of(visit(ada, link(second, "prev")))

    assert names(first)[0] == "Ada" and len(names(first)) == 50
    assert names(back) == names(first) and names(second)[0] == "Person 046"
    assert names(last)[-1] == "Person 119" and "Next" not in last


def test_a_column_sorts_the_list_and_its_head_says_so(ada, many):
    page = text_of(visit(ada, f"{LIST}?sort=-name"))

    assert names(page)[0] == "Person 119" and 'aria-sort="descending"' in page


def test_filters_that_are_on_are_chips_with_a_way_out(ada, many):
    page = text_of(visit(ada, f"{LIST}?department=D1&status=active&q=person"))

    assert "40 people match." in page and len(names(page)) == 40
    assert 'href="?status=active&amp;q=person"' in page


def test_everything_that_can_be_filtered_is_in_one_dialog(ada, many):
    page = text_of(visit(ada, f"{LIST}filter/?department=D1"))

    assert all(words in page for words in ("Admin role", "Managed by", "Never signed in", "acme.example", "D2"))
    assert re.search(r'value="D1" checked', page)


def test_columns_are_chosen_in_a_dialog_and_stay(ada, cast):
    Person.objects.of(cast.acme).filter(id=cast.ben.id).update(location="Harbor")

    visit(ada, f"{LIST}columns/", {"columns": ["location"]})

    page = text_of(visit(ada, LIST))
    assert "Harbor" in page and "Sign-in method" not in page


def test_a_saved_filter_opens_what_was_saved(ada, erin, cast):
    visit(ada, f"{LIST}filters/new/?status=deactivated&after=x", {"name": "Leavers"})

    (saved,) = queries.own_filters(ada, "people")
    assert visit(erin, f"{LIST}filters/{saved.id}/")["Location"] == f"{LIST}?status=deactivated"
    assert ">Leavers</a>" in text_of(visit(ada, LIST)) and "Leavers" in text_of(visit(ada, f"{LIST}filters/"))
    visit(ada, f"{LIST}filters/{saved.id}/deletion/", {})
    assert queries.own_filters(ada, "people") == []


def test_the_file_holds_the_filters_and_columns_that_are_shown(ada, many):
    lines = text_of(visit(ada, f"{LIST}export/?department=D2&columns=department,last_active")).splitlines()

    assert lines[0] == "\ufeffaccount_id,email,first_name,last_name,display_name,department,last_active"
    assert len(lines) == 41 and all(",D2," in line for line in lines[1:])


def test_the_menu_of_a_row_is_a_page_of_its_own(ada, cast):
    reader = dataclasses.replace(ada, permissions=frozenset({Permission.PEOPLE_VIEW}))

    assert "Actions for Ben" in text_of(visit(ada, LIST)) and "Actions for Ben" not in text_of(visit(reader, LIST))
    assert "Force sign-out" in text_of(visit(ada, f"{LIST}{cast.ben.id}/menu/"))


def test_a_page_beyond_the_end_leads_back(ada, many):
    last = link(text_of(visit(ada, f"{LIST}?q=person")), "next")
    Person.objects.of(many.acme).filter(name_folded__startswith="person").update(name_folded="a")

    page = text_of(visit(ada, last))

    assert "Nobody is left here" in page or "Nobody matches" in page
