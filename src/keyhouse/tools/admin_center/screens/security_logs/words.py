"""How a line of the log is shown: its target by name, its group, and what was before and after."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from keyhouse.domain.people import queries as people
from keyhouse.foundation import ids
from keyhouse.foundation.audit.event import Line
from keyhouse.foundation.audit.queries import readable

KINDS = {
    ids.Kind.PERSON: (gettext_lazy("Person"), ("email", "person", "name"), "person"),
    ids.Kind.GROUP: (gettext_lazy("Group"), ("group", "name"), "group"),
    ids.Kind.ROLE: (gettext_lazy("Admin role"), ("role", "name"), "admin_role"),
    ids.Kind.EMAIL_DOMAIN: (gettext_lazy("Domain"), ("domain", "name"), ""),
    ids.Kind.CONNECTION: (gettext_lazy("Connection"), ("connection", "integration", "name"), ""),
    ids.Kind.ACCESS_TOKEN: (gettext_lazy("Token"), ("token", "name"), ""),
    ids.Kind.PORTFOLIO: (gettext_lazy("Portfolio"), ("portfolio", "name"), ""),
    ids.Kind.INVITATION: (gettext_lazy("Invitation"), ("email",), ""),
    ids.Kind.ASSET: (gettext_lazy("Asset"), ("asset", "name"), ""),
    ids.Kind.SYSTEM_USER: (gettext_lazy("System user"), ("system_user", "name"), ""),
    ids.Kind.PRODUCT: (gettext_lazy("Product"), ("product", "name"), ""),
    ids.Kind.PRESET: (gettext_lazy("Preset"), ("preset", "name"), ""),
    ids.Kind.LOG_STREAM: (gettext_lazy("Log stream"), ("stream",), "log_stream"),
    ids.Kind.ORGANIZATION: (gettext_lazy("Organization"), ("organization",), ""),
}


@dataclass(frozen=True, kw_only=True)
class Target:
    """What a line is about, in words, and the page where it can be seen."""

    label: str = ""
    kind: str = ""
    address: str = ""


@dataclass(frozen=True, kw_only=True)
class Row:
    """A line with its target, and whether it is one of several of the same request."""

    line: Line
    target: Target
    is_together: bool
    is_first: bool
    is_last: bool


def rows_of(organization_id: int, lines: Sequence[Line]) -> list[Row]:
    """The lines of a page as they are shown, with what happened together kept together."""
    targets = targets_of(organization_id, lines)
    found = []
    for _key, several in groupby(lines, key=lambda line: line.correlation or line.id):
        group = list(several)
        for number, line in enumerate(group):
            found.append(
                Row(
                    line=line,
                    target=targets[line.id],
                    is_together=len(group) > 1,
                    is_first=number == 0,
                    is_last=number == len(group) - 1,
                )
            )
    return found


def targets_of(organization_id: int, lines: Sequence[Line]) -> dict[int, Target]:
    """The target of each line: people by the name that they have now, other things by the one they had then."""
    persons = [line.target_id for line in lines if line.target_id and ids.kind_of(line.target_id) is ids.Kind.PERSON]
    names = people.names(organization_id, persons) if persons else {}
    return {line.id: _target(line, names) for line in lines}


def _target(line: Line, names: dict[int, str]) -> Target:
    kind = ids.kind_of(line.target_id) if line.target_id else None
    if kind is None or kind not in KINDS:
        return Target()
    word, facts, page = KINDS[kind]
    named = names.get(line.target_id or 0) or next((str(line.facts[one]) for one in facts if line.facts.get(one)), "")
    is_there = kind is not ids.Kind.PERSON or line.target_id in names
    return Target(label=named or str(word), kind=str(word), address=_address(page, line.target_id) if is_there else "")


def _address(page: str, identifier: int | None) -> str:
    try:
        return reverse(f"admin_center:{page}", args=[identifier]) if page else ""
    except NoReverseMatch:
        return ""


def changes_of(line: Line) -> list[tuple[str, str, str]]:
    """What was before and after, field by field."""
    before, after = line.facts.get("before"), line.facts.get("after")
    if isinstance(before, dict) or isinstance(after, dict):
        old, new = (one if isinstance(one, dict) else {} for one in (before, after))
        return [(in_words(name), _cell(old.get(name)), _cell(new.get(name))) for name in sorted({*old, *new})]
    if before is None and after is None:
        return []
    return [(_("Value"), _cell(before), _cell(after))]


def facts_of(line: Line) -> list[tuple[str, str]]:
    """The other facts of a line."""
    left_out = {"actor", "before", "after"} if changes_of(line) else {"actor"}
    told = {name: value for name, value in line.facts.items() if name not in left_out and value != ""}
    return [(in_words(name), _cell(value)) for name, value in sorted(told.items())]


def in_words(name: str) -> str:
    """The name of a fact as a label."""
    return name.replace("_", " ").capitalize()


def _cell(value: Any) -> str:
    return "" if value is None else str(readable(value))
