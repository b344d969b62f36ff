"""Assets and permissions: the panes in which assets and tasks are chosen, for people and for invitations."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from keyhouse import ui
from keyhouse.domain.assets.rules.tasks import AssetType, Task
from keyhouse.domain.assets.rules.types import TYPES
from keyhouse.domain.grants.rules import Allowance, Giving
from keyhouse.domain.portfolios.rules import end_of_day
from keyhouse.foundation import ids

SHOWN = 100


@dataclass(frozen=True, kw_only=True)
class Pane:
    """One type of asset: the assets that are shown, those chosen but not shown, and the tasks that may be given."""

    kind: AssetType
    rows: list[tuple[Allowance, bool]]
    hidden: list[int]
    tasks: list[tuple[Task, bool]]
    total: int
    chosen: int
    is_open: bool
    find: str
    problem: str


class AssetsAndPermissions(ui.Form):
    """Which assets, which tasks on each type of them, and until when."""

    until = ui.DateField(label=gettext_lazy("End date"), required=False,
                         help_text=gettext_lazy("The tasks end with this day. Leave it empty for no end."))  # fmt: skip
    pane = ui.TextField(label=gettext_lazy("Type"), required=False)

    def __init__(
        self, data: Any = None, *, giving: Giving, time_zone: str = "UTC", optional: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        self.giving, self.time_zone, self.optional = giving, time_zone, optional
        self.kinds = [one for one in TYPES.values() if any(two.type is one for two in giving.assets.values())]
        names = [(str(one), two.asset.name) for one, two in giving.assets.items()]
        self.fields["assets"] = ui.ManyField(label=gettext_lazy("Assets"), choices=names, required=False)
        for kind in self.kinds:
            choices = [(one.name, one.label) for one in kind.tasks if not one.stored_only]
            self.fields[f"tasks_{kind.code}"] = ui.ManyField(label=kind.title, choices=choices, required=False)

    def clean(self) -> dict[str, Any]:
        """Each type of which an asset is chosen needs a task; at least one asset, unless none is needed."""
        given = super().clean() or {}
        if "again" in self.data:
            return given
        chosen = self._chosen_kinds(given.get("assets", []))
        if not chosen and not self.optional:
            self.add_error("assets", _("Choose at least one asset."))
        for kind in chosen:
            if not given.get(f"tasks_{kind.code}"):
                self.add_error(f"tasks_{kind.code}", _("Choose at least one task for these assets."))
        return given

    def _chosen_kinds(self, identifiers: list[str]) -> list[AssetType]:
        found = {self.giving.assets[int(one)].type.code for one in identifiers}
        return [kind for kind in self.kinds if kind.code in found]

    def panes(self) -> list[Pane]:
        """The panes, the one that was open last in front."""
        chosen = {one for text in self["assets"].value() or [] if (one := ids.parse(str(text)))}
        open_one = str(self["pane"].value() or "") or next(
            (self.giving.assets[one].type.code for one in chosen if one in self.giving.assets), ""
        )
        codes = [kind.code for kind in self.kinds]
        first = open_one if open_one in codes else (codes or [""])[0]
        return [self._pane(kind, chosen, is_open=kind.code == first) for kind in self.kinds]

    def _pane(self, kind: AssetType, chosen: set[int], *, is_open: bool) -> Pane:
        mine = {one: two for one, two in self.giving.assets.items() if two.type is kind}
        find = str(self.data.get(f"find_{kind.code}", "")).strip() if self.is_bound else ""
        text = find.casefold()
        fitting = [one for one, two in mine.items() if text in f"{two.asset.name} {two.asset.external_id}".casefold()]
        shown = sorted(fitting, key=lambda one: mine[one].asset.name.casefold())[:SHOWN]
        given = self[f"tasks_{kind.code}"]
        may = 0
        for one in mine.values():
            may |= one.bits
        return Pane(
            kind=kind,
            rows=[(mine[one], one in chosen) for one in shown],
            hidden=[one for one in mine if one in chosen and one not in shown],
            tasks=[(one, one.name in (given.value() or [])) for one in (*kind.partial, kind.full) if one.bit & may],
            total=len(mine),
            chosen=len(chosen & set(mine)),
            is_open=is_open,
            find=find,
            problem=" ".join(str(one) for one in given.errors),
        )


def tasks_of(typed: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """The tasks that were chosen for each type."""
    found = {name.removeprefix("tasks_"): tuple(value) for name, value in typed.items() if name.startswith("tasks_")}
    return {code: names for code, names in found.items() if names}


def assets_of(typed: Mapping[str, Any]) -> tuple[int, ...]:
    """The assets that were chosen."""
    return tuple(int(one) for one in typed.get("assets") or ())


def until_of(typed: Mapping[str, Any], time_zone: str) -> Any:
    """The end of the day that was chosen, or None."""
    return end_of_day(typed["until"], time_zone) if typed.get("until") else None


def lines_of(giving: Giving, typed: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    """What was chosen, in words: asset, type and tasks."""
    chosen = tasks_of(typed)
    found = []
    for one in assets_of(typed):
        allowance = giving.assets.get(one)
        if allowance is not None:
            kind = allowance.type
            names = chosen.get(kind.code, ())
            labels = [str(two.label) for two in kind.tasks if two.name in names]
            full = kind.full.name in names
            found.append((allowance.asset.name, str(kind.one), str(kind.full.label) if full else ", ".join(labels)))
    return found
