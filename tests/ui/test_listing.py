"""Long lists: what an address asks of a list, the addresses around a page, and what an altered address opens."""

from types import SimpleNamespace

import pytest
from django.test import RequestFactory

from keyhouse.foundation.keyset import Cut, Order, Place
from keyhouse.ui.listing import Choice, Column, Listing

COLUMNS = [Column(key="name", label="Name", sorts=True), Column(key="used", label="Used", sorts=True),
           Column(key="note", label="Note", usual=False)]  # fmt: skip
CHOICES = [Choice(key="status", label="Status", options=[("active", "Active"), ("locked", "Locked")])]
ORDERS = {"name": Order(field="name"), "used": Order(field="used_at", nullable=True)}


def listing(query="", path="/people/", organization=1, **more):
    request = RequestFactory().get(f"{path}?{query}")
    request.actor = SimpleNamespace(organization_id=organization)
    return Listing(request, columns=COLUMNS, choices=CHOICES, sort="name", **more)


def key(row):
    return [row.name, row.id]


ROWS = [SimpleNamespace(name="a", id=1), SimpleNamespace(name="b", id=2)]


def test_a_list_is_sorted_by_the_usual_column_until_the_address_says_another():
    assert listing().order(ORDERS) == Order(field="name")
    assert listing("sort=-used").order(ORDERS) == Order(field="used_at", descending=True, nullable=True)
    assert listing("sort=note").order(ORDERS) == Order(field="name")


def test_the_head_of_a_column_turns_the_order_round():
    here, other = listing("q=x").heads

    assert (here.address, here.direction) == ("?q=x&sort=-name", "ascending")
    assert (other.address, other.direction) == ("?q=x&sort=used", "")


def test_filters_that_are_on_say_how_to_leave_them():
    chips = listing("status=active&status=locked&status=made-up&q=x").chips

    assert [chip.value for chip in chips] == ["Active", "Locked"]
    assert chips[0].without == "?q=x&status=locked"


@pytest.mark.parametrize(
    ("query", "kept", "shown"),
    [("", [], ["name", "used"]), ("", ["note"], ["note"]), ("columns=used,note", ["name"], ["used", "note"]),
     ("columns=nothing", [], ["name", "used"])],
    ids=["usual", "kept", "address", "unknown"],
)  # fmt: skip
def test_columns_are_those_of_the_address_then_the_chosen_ones_then_the_usual(query, kept, shown):
    assert [one.key for one in listing(query, kept=kept).shown] == shown


def test_a_page_knows_its_neighbors_and_the_last_page():
    pages = listing("q=x").pages(Cut(rows=ROWS, before=True, after=True), key)

    assert pages.first == "?q=x" and pages.last == "?q=x&end=1"
    assert listing(pages.next.removeprefix("?")).place == Place(key=("b", 2))
    assert listing(pages.previous.removeprefix("?")).place == Place(key=("a", 1), backward=True)
    assert listing("end=1").place == Place(backward=True)


def test_a_place_of_another_list_order_or_organization_is_the_beginning():
    """WEB-4: places are signed."""
    following = listing().pages(Cut(rows=ROWS, after=True), key).next.removeprefix("?")

    for other in (listing(following, path="/groups/"), listing(following, organization=2),
                  listing(f"{following}&sort=used"), listing(f"{following}x")):  # fmt: skip
        assert other.place == Place()


def test_an_empty_page_beyond_the_end_leads_back():
    assert listing("end=1").pages(Cut(rows=[]), key).first == "/people/"
