"""Small things that every page rests on: local addresses, said lines, cells, times, chips."""

import datetime as dt
import enum

import pytest
import time_machine
from django.http import HttpResponse
from django.test import RequestFactory

from keyhouse.foundation import clock
from keyhouse.ui import flashes
from keyhouse.ui.downloads import csv_download, safe_cell
from keyhouse.ui.requests import local_path
from keyhouse.ui.statuses import chip_for
from keyhouse.ui.templatetags.ui import exactly, initials, relatively


@pytest.mark.parametrize("target", ["/", "/admin-center/people/?q=a", "/x#y"])
def test_a_path_of_ours_is_followed(target):
    assert local_path(target) == target


@pytest.mark.parametrize(
    "target",
    [
        "//evil.example",
        "/\\evil.example",
        "https://evil.example",
        "evil",
        "",
        None,
        "/a\\b",
        "/\tx",
        "/\n//evil.example",
        "javascript:alert(1)",
    ],
)
def test_everything_else_leads_home(target):
    """`next` is a local path."""
    assert local_path(target) == "/"


def test_a_line_is_said_once_and_only_when_we_said_it():
    response = HttpResponse()
    flashes.say(response, "Ben was invited.")
    cookie = response.cookies["kh_said"].value

    heard = flashes.heard(with_cookie(cookie))

    assert heard == [{"text": "Ben was invited.", "tone": "success"}]
    assert flashes.heard(with_cookie(cookie + "x")) == flashes.heard(with_cookie("Ben")) == []


def with_cookie(value):
    request = RequestFactory().get("/")
    request.COOKIES["kh_said"] = value
    return request


@pytest.mark.parametrize("value", ["=1+1", "+1", "-1", "@x", "\tx", "\rx"])
def test_a_cell_that_begins_like_a_formula_is_text(value):
    """What a spreadsheet would run begins with an apostrophe."""
    assert safe_cell(value) == "'" + value
    assert f"'{value[0]}" in csv_download("x.csv", ["a"], [[value]]).content.decode()


def test_times_are_written_as_people_read_them():
    with time_machine.travel(dt.datetime(2026, 11, 24, 9, 30, tzinfo=dt.UTC), tick=False):
        now = clock.now()
        assert exactly(now) == "24 Nov 2026, 09:30"
        assert relatively(now - dt.timedelta(hours=2)) == "2 hours ago"
        assert relatively(now + dt.timedelta(days=3)) == "in 3 days"
        assert relatively(now - dt.timedelta(seconds=5)) == "just now"


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Ada Berg", "AB"), ("ada@acme.example", "AA"), ("Ada", "A"), ("", "?"), ("Ada (IT) Berg", "AB")],
)
def test_an_avatar_holds_two_letters_at_most(name, letters):
    assert initials(name) == letters


def test_a_state_without_a_chip_is_shown_in_its_own_words():
    kind = enum.StrEnum("kind", {"ODD": "quite_odd"})

    assert (chip_for(kind.ODD).label, chip_for(kind.ODD).tone) == ("Quite odd", "muted")
