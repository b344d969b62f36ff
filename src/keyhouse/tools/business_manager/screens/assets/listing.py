"""The list of one type of asset: the portfolio's own and those that partners share; with partial access one's own."""

from dataclasses import dataclass

from keyhouse import ui
from keyhouse.domain.assets import queries as assets
from keyhouse.domain.assets.queries import Asset
from keyhouse.domain.assets.rules.tasks import AssetType
from keyhouse.domain.grants import queries
from keyhouse.domain.partners import queries as partners
from keyhouse.domain.portfolios.queries import Portfolio
from keyhouse.domain.portfolios.rules import Access
from keyhouse.tools.business_manager.door import Request

PAGE = 100
HEAD = ["id", "type", "name", "external_id", "owner", "people"]


@dataclass(frozen=True, kw_only=True)
class Row:
    """A line of the list: the asset, who shares it ("" when own), and how many people hold tasks on it."""

    asset: Asset
    owner: str
    people: int
    tasks: str = ""


def index(request: Request, portfolio: Portfolio, kind: AssetType) -> ui.Response:
    """The list, by name."""
    search = request.GET.get("q", "").strip()[:100]
    is_full = request.inside.facts.level == Access.FULL
    every = rows(request, portfolio, kind, search)
    start = int((ui.cursor_of(request) or [0])[0])
    page = ui.page_of(request, every[start : start + PAGE + 1], PAGE, lambda row: [start + PAGE])
    return ui.render(request, "assets/index", portfolio=portfolio, kind=kind, page=page, rows=page.rows, q=search,
                     total=len(every), manages=is_full)  # fmt: skip


def export(request: Request, portfolio: Portfolio, kind: AssetType) -> ui.Response:
    """The list as a CSV file."""
    found = rows(request, portfolio, kind, request.GET.get("q", "").strip()[:100])
    cells = ([one.asset.id, kind.code, one.asset.name, one.asset.external_id, one.owner, one.people] for one in found)
    return ui.csv_download(f"{kind.slug}.csv", HEAD, cells)


def rows(request: Request, portfolio: Portfolio, kind: AssetType, search: str) -> list[Row]:
    """The assets of a type that she may see here, by name."""
    if request.inside.facts.level != Access.FULL:
        return _own(request, portfolio, kind, search)
    own = list(assets.owned(portfolio, type=kind.code, search=search))
    shared = list(partners.shared_with(portfolio, type=kind.code, search=search))
    people = queries.people_counts(portfolio, [*(one.id for one in own), *(one.asset_id for one in shared)])
    found = [Row(asset=one, owner="", people=people.get(one.id, 0)) for one in own]
    found += [
        Row(asset=one.asset, owner=one.asset.portfolio.name, people=people.get(one.asset_id, 0)) for one in shared
    ]
    return sorted(found, key=lambda row: (row.asset.name.casefold(), row.asset.id))


def _own(request: Request, portfolio: Portfolio, kind: AssetType, search: str) -> list[Row]:
    me = request.actor.person_id or 0
    found: dict[int, Row] = {}
    for held in queries.held_by(portfolio, [me])[me]:
        if held.type is kind and search.casefold() in held.asset.name.casefold():
            before = found[held.asset.id].tasks if held.asset.id in found else ""
            words = ", ".join(dict.fromkeys([*filter(None, before.split(", ")), *(str(one) for one in held.labels)]))
            found[held.asset.id] = Row(asset=held.asset, owner=held.owner, people=0, tasks=words)
    return list(found.values())
