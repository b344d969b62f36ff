"""Charts as they are drawn on the server: where each bar stands, and what a table says instead."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

WIDTH, HEIGHT, FOOT = 720, 160, 24


@dataclass(frozen=True, kw_only=True)
class Column:
    """The two bars of one day, in units of the drawing, with what they say."""

    x: float
    width: float
    added_y: float
    added_height: float
    activated_y: float
    activated_height: float
    words: str
    label: str = ""


@dataclass(frozen=True, kw_only=True)
class Chart:
    """A chart of days; `rows` is the same as a table, the newest first and without empty days."""

    columns: list[Column]
    rows: list[tuple[str, int, int]]
    most: int
    summary: str


def of_days(days: Sequence[tuple[str, int, int]]) -> Chart:
    """Draw how many people were added and how many activated on each day."""
    most = max([1, *(max(added, activated) for _day, added, activated in days)])
    step = WIDTH / max(1, len(days))
    every = max(1, len(days) // 6)
    columns = [_column(number * step, step, day, most, label=number % every == 0) for number, day in enumerate(days)]
    added, activated = sum(day[1] for day in days), sum(day[2] for day in days)
    words = _("{added} added and {activated} activated in {days} days, at most {most} on one day.")
    return Chart(
        columns=columns,
        rows=[day for day in reversed(days) if day[1] or day[2]],
        most=most,
        summary=words.format(added=added, activated=activated, days=len(days), most=most),
    )


def _column(x: float, step: float, day: tuple[str, int, int], most: int, *, label: bool) -> Column:
    name, added, activated = day
    heights = [value / most * HEIGHT for value in (added, activated)]
    shown = _day(name)
    return Column(
        x=round(x + step * 0.1, 1),
        width=round(step * 0.38, 1),
        added_y=round(HEIGHT - heights[0], 1),
        added_height=round(heights[0], 1),
        activated_y=round(HEIGHT - heights[1], 1),
        activated_height=round(heights[1], 1),
        words=_("{day}: {added} added, {activated} activated").format(day=shown, added=added, activated=activated),
        label=shown if label else "",
    )


def _day(name: str) -> str:
    day = dt.date.fromisoformat(name)
    return f"{day.day} {date_format(day, 'M')}"
