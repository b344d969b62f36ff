"""Rows of long tables, drawn by Python: the same markup as the components, at a tenth of their time."""

from collections.abc import Iterable
from typing import Any

from django.utils.html import format_html, format_html_join

from keyhouse.ui.statuses import chip_for
from keyhouse.ui.templatetags.ui import exactly, icon, initials, iso, relatively, shade
from keyhouse.ui.tools import Text

DOT = format_html('<span class="{}" aria-hidden="true"></span>', "status-dot")


def row(cells: Iterable[str]) -> str:
    """One row of a table."""
    return format_html("<tr>{}</tr>", format_html_join("", "{}", ((one,) for one in cells)))


def cell(content: object, *, label: Text = "", number: bool = False) -> str:
    """A cell; `label` names it where rows become stacks."""
    named = format_html(' data-label="{}"', label) if label else ""
    return format_html('<td class="{}"{}>{}</td>', "is-number" if number else "", named, content)


def person(name: str, email: str, href: str, *, off: bool = False) -> str:
    """Who somebody is: avatar, name and the address below; `off` is for those who have left."""
    shown, gone = name or email, " is-off" if off else ""
    mail = format_html('<span class="person-mail">{}</span>', email) if email and email != name else ""
    return format_html(
        '<a class="person row-link{}" href="{}"><span class="avatar shade-{}{}" aria-hidden="true">{}</span>'
        '<span class="person-words"><span class="person-name">{}</span>{}</span></a>',
        gone, href, shade(shown), " is-plain" if off else "", initials(shown), shown, mail,
    )  # fmt: skip


def status(state: object) -> str:
    """The chip of a state."""
    shown = chip_for(state)
    mark = icon(shown.icon) if shown.icon else DOT
    return format_html('<span class="status is-{}">{}{}</span>', shown.tone, mark, shown.label)


def moment(at: Any, *, none: Text = "–") -> str:
    """How long ago something was, with the exact time beside it."""
    if not at:
        return format_html('<span class="quiet">{}</span>', none)
    return format_html(
        '<time datetime="{}" title="{} UTC" data-moment="relative">{}</time>', iso(at), exactly(at), relatively(at)
    )


def check(name: str, value: object, label: str, *, form: str = "selection") -> str:
    """The box that chooses a row."""
    return format_html(
        '<td class="is-check"><input type="checkbox" name="{}" value="{}" form="{}" aria-label="{}"></td>',
        name, value, form, label,
    )  # fmt: skip


def menu(href: str, label: str) -> str:
    """The menu of a row: a link to the page that holds its lines, which a script shows beside it."""
    return format_html(
        '<td class="is-menu"><a class="icon-button" href="{}" data-row-menu aria-haspopup="true"'
        ' aria-label="{}">{}</a></td>',
        href, label, icon("ellipsis-horizontal"),
    )  # fmt: skip


def quiet(text: object) -> str:
    """Words that matter less."""
    return format_html('<span class="quiet">{}</span>', text)


def table(rows: Iterable[str]) -> str:
    """All rows, one after the other."""
    return format_html_join("\n", "{}", ((one,) for one in rows))
