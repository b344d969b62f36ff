"""The tabs of External relationships: Relationships, Invitations and Member requests."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from keyhouse import ui
from keyhouse.domain.relationships import queries
from keyhouse.foundation.permissions import Permission, allows

INDEX = "admin_center:external_relationships"
INVITATIONS = "admin_center:relationship_invitations"
REQUESTS = "admin_center:relationship_requests"
SIDES = {"host": _("We host its people"), "guest": _("It hosts our people")}
HEAD = ["organization", "side", "guests", "state", "since", "until"]


def tabs(request: ui.Request, current: str) -> dict[str, Any]:
    """What the three tabs show: counts, and what this administrator may do."""
    by = request.actor
    own = queries.facts_of_offers(by.organization_id)
    runs = allows(by, Permission.RELATIONSHIPS_VIEW, own)
    return {
        "tab": current,
        "sees_offers": runs,
        "may_manage": allows(by, Permission.RELATIONSHIPS_MANAGE, own),
        "received": len(queries.offers_received(by)) if runs else 0,
        "waiting": queries.number_of_requests(by.organization_id or 0) if runs else 0,
    }


def index(request: ui.Request) -> ui.Response:
    """The relationships of the organization, on either side."""
    search, ended = request.GET.get("q", "").strip(), request.GET.get("state") == "ended"
    rows = _rows(request, search, ended)
    context = {"rows": rows, "q": search, "ended": ended, **tabs(request, "relationships")}
    return ui.render(request, "external_relationships/index", **context)


def export(request: ui.Request) -> ui.Response:
    """The relationships that the filters show, as a CSV file."""
    rows = _rows(request, request.GET.get("q", "").strip(), request.GET.get("state") == "ended")
    cells = (
        (one["other"].name, one["key"], one["guests"], one["row"].state, one["row"].made_at.date().isoformat(),
         one["row"].until.date().isoformat())
        for one in rows
    )  # fmt: skip
    return ui.csv_download("external-relationships.csv", HEAD, cells)


def _rows(request: ui.Request, search: str, ended: bool) -> list[dict[str, Any]]:
    by = request.actor
    return [
        {"row": row, "other": queries.other_of(by, row), "key": queries.side_of(by, row),
         "side": SIDES[queries.side_of(by, row)], "guests": guests}
        for row, guests in queries.listed(by, search=search, ended=ended)
    ]  # fmt: skip


def invitations(request: ui.Request) -> ui.Response:
    """What other organizations offer, and what this one offered."""
    made = queries.offers_made(request.actor)
    names = queries.names_of_makers(request.actor.organization_id or 0, made)
    context = {
        "offers": queries.offers_received(request.actor),
        "made": [(one, names.get(one.made_by_id or 0, "")) for one in made],
        **tabs(request, "invitations"),
    }
    return ui.render(request, "external_relationships/invitations", **context)


def requests(request: ui.Request) -> ui.Response:
    """The people of other organizations who wait to be let in."""
    found = queries.requests(request.actor)
    return ui.render(request, "external_relationships/requests", rows=found, **tabs(request, "requests"))
