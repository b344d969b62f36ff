"""Why: for each task on an asset, whether the person may, and every path that gives it."""

from collections.abc import Sequence
from dataclasses import dataclass

from keyhouse import ui
from keyhouse.domain.assets.rules.tasks import Text
from keyhouse.domain.grants import hot_decisions as decisions
from keyhouse.domain.grants import queries
from keyhouse.domain.grants.hot_decisions.questions import TEXTS
from keyhouse.domain.grants.rules import Allowance
from keyhouse.domain.portfolios import queries as portfolios
from keyhouse.domain.portfolios.queries import Portfolio
from keyhouse.foundation import clock, ids
from keyhouse.foundation.permissions import Actor
from keyhouse.tools.business_manager.door import Request
from keyhouse.tools.business_manager.screens.people import found
from keyhouse.tools.business_manager.screens.people.person import common


@dataclass(frozen=True, kw_only=True)
class Line:
    """One task: whether she may, the sentence that says why or why not, and the paths with who gave them."""

    label: Text
    allowed: bool
    text: Text
    ways: Sequence[tuple[decisions.Way, Text, str]]


def index(request: Request, portfolio: Portfolio, person: ui.Id) -> ui.Response:
    """The question with its answer: one asset, all of its tasks."""
    row = found.row(request.actor, portfolio, person)
    assets = _choices(request.actor, portfolio, person)
    wanted = ids.parse(request.GET.get("asset", ""))
    chosen = next((one for one in assets if one.asset.id == wanted), None)
    lines = _answers(request.actor, portfolio, row.id, chosen) if chosen and not row.is_invitation else []
    return ui.render(
        request, "people/why", tab="why", assets=assets, chosen=chosen, lines=lines, **common(request, portfolio, row)
    )


def _choices(by: Actor, portfolio: Portfolio, person: int) -> list[Allowance]:
    """The assets that may be asked about: those the asker gives, else those the person herself holds."""
    found_ones = list(queries.giving(by, portfolio).assets.values())
    if not found_ones:
        held = {one.asset.id: one for one in queries.held_by(portfolio, [person])[person]}
        found_ones = [Allowance(asset=one.asset, bits=one.effective, owner=one.owner) for one in held.values()]
    return sorted(found_ones, key=lambda one: (str(one.type.title), one.asset.name.casefold()))


def _answers(by: Actor, portfolio: Portfolio, person: int, chosen: Allowance) -> list[Line]:
    asker = decisions.Asker(organization=portfolio.organization_id, at=clock.now())
    kind = chosen.type
    found_lines = []
    for task in (kind.full, *kind.partial):
        question = decisions.Question(
            subject_type=decisions.PERSON, subject=person, task=task.name, asset_type=kind.code, asset=chosen.asset.id
        )
        answer, ways = decisions.may(asker, question), decisions.why(asker, question)
        givers = portfolios.shown_by_id(by, [one.given_by for one in ways if one.given_by], portfolio.organization_id)
        told = [(one, TEXTS[one.code], _name_of(givers.get(one.given_by or 0))) for one in ways]
        found_lines.append(Line(label=task.label, allowed=answer.allowed, text=answer.text, ways=told))
    return found_lines


def _name_of(giver: portfolios.Shown | None) -> str:
    return giver.name if giver else ""
