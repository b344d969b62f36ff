"""Cells drawn by Python look exactly like the components that they stand for."""

import datetime as dt
import re

import pytest
from django.template import engines
from django_cotton.compiler_regex import CottonCompiler

from keyhouse.foundation import clock
from keyhouse.ui import cells
from keyhouse.ui.statuses import CHIPS


def component(markup, **context):
    return tidy(engines["django"].from_string(CottonCompiler().process(markup)).render(context))


def tidy(markup):
    """What a browser makes of it: blanks between elements and inside of empty classes don't matter."""
    return re.sub(r'\s+(?=[">])|class="\s*"|(?<=>)\s+(?=<)', "", re.sub(r"\s+", " ", str(markup))).strip()


HOSTILE = '<b>"Ben" & co'


@pytest.mark.parametrize(
    ("name", "email", "off"),
    [("Ada Berg", "ada@acme.example", False), ("", "x@acme.example", False), (HOSTILE, "b@acme.example", True)],
    ids=["named", "nameless", "hostile"],
)
def test_a_person(name, email, off):
    switch = 'off="yes"' if off else ""
    drawn = component(
        f'<c-person name="{{{{ name }}}}" email="{{{{ email }}}}" href="/x/" {switch} />', name=name, email=email
    )

    assert tidy(cells.person(name, email, "/x/", off=off)) == drawn


@pytest.mark.parametrize("state", sorted(CHIPS))
def test_a_status(state):
    assert tidy(cells.status(state)) == component('<c-status :of="state" />', state=state)


@pytest.mark.parametrize("ago", [0, 300, 90_000, 9_000_000], ids=str)
def test_a_moment(ago):
    at = clock.now() - dt.timedelta(seconds=ago)

    assert tidy(cells.moment(at)) == component('<c-time :at="at" />', at=at)
    assert tidy(cells.moment(None, none="never")) == component('<c-time :at="at" none="never" />', at=None)


def test_a_cell_escapes_what_it_holds():
    assert tidy(cells.cell(HOSTILE, label="Title")) == component(
        '<c-cell label="Title">{{ text }}</c-cell>', text=HOSTILE
    )
