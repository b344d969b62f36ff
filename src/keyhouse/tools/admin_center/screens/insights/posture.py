"""The posture page, and the tab Insights of Security."""

from keyhouse import ui
from keyhouse.domain.insights import queries
from keyhouse.domain.insights.queries import Health
from keyhouse.domain.insights.rules import Figure
from keyhouse.tools.admin_center.screens.insights.figures import address
from keyhouse.tools.admin_center.screens.insights.words import POSTURE

ORDER = (Health.DANGER, Health.ATTENTION, Health.WELL)
OF_SECURITY = ("admins_second_factor", "stale_admins", "tokens_unused", "tokens_old", "integrations")


def page(request: ui.Request) -> ui.Response:
    """Every line with its state, what it means and the button that mends it; what is worst comes first."""
    points = queries.posture(request.actor)
    ordered = sorted(points, key=lambda point: ORDER.index(point.health))
    return ui.render(
        request,
        "insights/posture",
        lines=[(point, POSTURE[point.key]) for point in ordered],
        well=len([point for point in points if point.health is Health.WELL]),
        total=len(points),
        tab="posture",
    )


def security(request: ui.Request) -> ui.Response:
    """Security, Insights: second factors, stale administrators and old keys."""
    found = queries.figures(request.actor)
    points = [point for point in queries.posture(request.actor) if point.key in OF_SECURITY]
    return ui.render(
        request,
        "insights/security",
        figures=found,
        lines=[(point, POSTURE[point.key]) for point in points],
        without=address(Figure.NO_SECOND_FACTOR),
        stale=address(Figure.STALE_ADMINS),
        stale_number=found.number(Figure.STALE_ADMINS),
        alone=found.number(Figure.NO_SECOND_FACTOR),
        old=next((point.number for point in points if point.key == "tokens_old"), 0),
    )
