"""Export the figures, or the people behind one of them."""

from collections.abc import Iterator

from django.db import transaction

from keyhouse.domain.insights import queries
from keyhouse.domain.insights.events import FiguresExported
from keyhouse.domain.insights.rules import FIGURES, Figure
from keyhouse.domain.people.models import Person
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def export_figures(*, by: Actor, figure: Figure | None = None) -> Iterator[Person]:
    """Give everybody behind a figure, read while it is written out; nobody for the figures themselves.

    The export stands in the log. Raises NotAllowed.
    """
    authorize(by, Permission.INSIGHTS_VIEW, on=facts_of(by.organization_id))

    organization_id = by.organization_id or 0
    rows = queries.rows(organization_id)
    found = rows.filter(queries.condition(organization_id, figure)) if figure else rows.none()

    record(FiguresExported(figure=str(FIGURES[figure].label) if figure else "all"), by=by)
    return found.order_by("id").iterator(chunk_size=1000)
