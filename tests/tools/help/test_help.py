"""Help: every page of the guide, its start, its search, and the way on from a page that has none."""

import re

import pytest
from django.test import Client

from keyhouse.ui import guide
from tests.visiting import text_of, visit


@pytest.fixture(autouse=True)
def database(db):
    """The frame asks who is at the door."""


def test_every_page_of_the_guide_opens_for_everybody_also_before_signing_in():
    answers = {page.address: Client().get(page.address).status_code for page in guide.pages().values()}

    assert set(answers.values()) == {200}


def test_the_start_lists_every_page_under_its_tool():
    page = text_of(visit(None, "/help/"))

    assert all(f'href="{one.address}"' in page for one in guide.pages().values())
    assert "Migration Center" in page


def test_a_page_has_its_title_once_and_links_that_lead_on():
    page = text_of(visit(None, "/help/admin-center/people/")).split("<main")[1]

    assert page.count("<h1") == 1
    assert "<table" in page and 'data-label="Tab"' in page


def test_every_link_inside_the_guide_leads_to_a_page():
    links = {link for page in guide.pages().values() for link in re.findall(r'href="(/[^"#]*)', page.prose.markup)}

    assert links
    assert all(visit(None, link).status_code == 200 for link in links if link.startswith("/help/"))


def test_search_finds_pages_by_any_of_their_words_titles_first():
    page = text_of(visit(None, "/help/search/?q=single+SIGN-ON"))

    assert page.index(">Single sign-on</a>", page.index("<ol")) < page.index(">Words</a>", page.index("<ol"))
    assert "No page holds these words" in text_of(visit(None, "/help/search/?q=zebra"))
    assert "Type one or more words" in text_of(visit(None, "/help/search/"))


def test_what_was_searched_is_shown_as_text():
    """WEB-3: the words of a search are never markup."""
    page = text_of(visit(None, "/help/search/?q=%3Cscript%3Ealert(1)%3C/script%3E"))

    assert "<script>alert" not in page and "&lt;script&gt;" in page


@pytest.mark.parametrize(
    ("address", "leads_to"),
    [
        ("/help/admin-center/no-such-panel/", "/help/admin-center/home/"),
        ("/help/admin-center/people", "/help/admin-center/people/"),
        ("/help/migration-center/", "/help/migration-center/it-set-up/"),
    ],
)
def test_a_screen_without_a_page_leads_to_the_pages_of_its_tool(address, leads_to):
    assert visit(None, address)["Location"] == leads_to


def test_an_address_outside_the_guide_does_not_exist():
    for address in ("/help/nothing/", "/help/../etc/passwd", "/help/%2e%2e/settings"):
        assert Client().get(address).status_code == 404


def test_the_page_of_a_screen_is_behind_its_question_mark(ada):
    page = text_of(visit(ada, "/migration-center/people/"))

    assert 'href="/help/migration-center/people/"' in page
