"""All that can be asked about figures, one file per subject."""

from keyhouse.domain.insights.queries.figures import Figures, Rate, counted, figures, figures_of, is_large
from keyhouse.domain.insights.queries.people import behind, condition, figure_named, rows
from keyhouse.domain.insights.queries.posture import Health, Point, posture

__all__ = [
    "Figures",
    "Health",
    "Point",
    "Rate",
    "behind",
    "condition",
    "counted",
    "figure_named",
    "figures",
    "figures_of",
    "is_large",
    "posture",
    "rows",
]
