"""Finding the line of the person or invitation that a page inside a portfolio is about."""

from django.urls import reverse

from keyhouse.domain.invitations import queries
from keyhouse.domain.invitations.queries import PersonRow
from keyhouse.domain.portfolios.queries import Portfolio
from keyhouse.foundation.errors import NotFound
from keyhouse.foundation.permissions import Actor


def row(by: Actor, portfolio: Portfolio, identifier: int) -> PersonRow:
    """The line of this person or invitation. Raises NotFound."""
    found = queries.row_of(by, portfolio, identifier)
    if found is None:
        raise NotFound()
    return found


def page_of(portfolio: Portfolio, identifier: int) -> str:
    """The address of the person's page."""
    return reverse("business_manager:person", args=[portfolio.id, identifier])
