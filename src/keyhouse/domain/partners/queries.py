"""Questions about what partners share."""

from django.db.models import Q, QuerySet

from keyhouse.domain.assets.queries import matching
from keyhouse.domain.partners.models import PartnerShare
from keyhouse.domain.portfolios.models import Portfolio
from keyhouse.foundation import clock


def shared_with(portfolio: Portfolio, *, type: str = "", search: str = "") -> "QuerySet[PartnerShare]":
    """The shares that a portfolio receives at this moment, with their assets and owners, by name of the asset."""
    found: QuerySet[PartnerShare] = PartnerShare.objects.shared_with(portfolio.organization_id).filter(
        Q(until=None) | Q(until__gt=clock.now()), partner=portfolio, asset__released_at=None
    )
    if type:
        found = found.filter(asset__type=type)
    if search:
        found = found.filter(matching(search, "asset__"))
    return found.select_related("asset", "asset__portfolio").order_by("asset__name", "id")


def given_on(asset_id: int, organization_id: int) -> "list[PartnerShare]":
    """The shares of an asset with partners that count at this moment, with the partners."""
    rows = PartnerShare.objects.of(organization_id).filter(Q(until=None) | Q(until__gt=clock.now()), asset_id=asset_id)
    return list(rows.select_related("partner", "partner_organization").order_by("partner__name", "id"))


def partner_organizations(portfolio: Portfolio) -> frozenset[int]:
    """The organizations with whose portfolios this portfolio shares assets, in either direction."""
    now = Q(until=None) | Q(until__gt=clock.now())
    given = PartnerShare.objects.of(portfolio.organization_id).filter(now, asset__portfolio=portfolio)
    received = PartnerShare.objects.shared_with(portfolio.organization_id).filter(now, partner=portfolio)
    return frozenset(given.values_list("partner_organization_id", flat=True)) | frozenset(
        received.values_list("organization_id", flat=True)
    )
