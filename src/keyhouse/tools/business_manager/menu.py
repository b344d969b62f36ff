"""The left navigation of Business Manager inside a portfolio, in the order of the reference."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from keyhouse import ui
from keyhouse.domain.assets.rules.types import TYPES
from keyhouse.domain.portfolios import queries
from keyhouse.foundation.permissions import Permission

USERS, SETTINGS, MIGRATION = _("Users"), _("Settings"), _("Migration Center")
SECTIONS = {"accounts": _("Accounts"), "data_sources": _("Data sources"), "brand_safety": _("Brand safety")}


def in_portfolio(request: HttpRequest) -> bool:
    """Whether the page is inside a portfolio that she has a place in."""
    found = getattr(request, "inside", None)
    return found is not None and bool(found.facts.level)


def has_full_control(request: HttpRequest) -> bool:
    """Whether she has full control of the open portfolio."""
    return in_portfolio(request) and request.inside.facts.level == "full"  # type: ignore[attr-defined]  # the door set it


def migrates(request: HttpRequest) -> bool:
    """Whether she belongs to the team of Migration Center."""
    return in_portfolio(request) and Permission.MIGRATION_VIEW in request.actor.permissions  # type: ignore[attr-defined]


def place(request: HttpRequest) -> ui.Place | None:
    """The open portfolio, and the others she may switch to."""
    found = getattr(request, "inside", None)
    if found is None:
        return None
    options = [
        ui.PlaceOption(
            label=one.name,
            address=reverse("business_manager:portfolio", args=[one.id]),
            is_current=one.id == found.portfolio.id,
        )
        for one in queries.openable(found.outside)
    ]
    options.append(ui.PlaceOption(label=_("All portfolios"), address=reverse("business_manager:home")))
    return ui.Place(kind=_("Business portfolio"), label=found.portfolio.name, options=options)


def entry(
    section: ui.tools.Text, label: ui.tools.Text, name: str, icon: str, prefix: str = "", **fixed: object
) -> ui.Entry:
    """A line of the menu inside a portfolio."""
    return ui.Entry(
        section=section,
        label=label,
        url_name=f"business_manager:{name}",
        icon=icon,
        takes=("portfolio",),
        fixed=fixed,
        shown=has_full_control if name == "activity_log" else in_portfolio,
        prefix=f"business_manager:{prefix}" if prefix else "",
    )


TOOL = ui.Tool(
    key="business_manager",
    label=_("Business Manager"),
    home="business_manager:home",
    order=2,
    place=place,
    search="business_manager:people",
    search_label=_("Search people"),
    search_takes=("portfolio",),
    menu=[
        entry(USERS, _("People"), "people", "users", "pe"),
        *(
            entry(SECTIONS[kind.section], kind.title, "asset_list", kind.icon, "asset", kind=kind)
            for kind in TYPES.values()
        ),
        entry(SETTINGS, _("Activity log"), "activity_log", "clipboard-document-list"),
        entry(SETTINGS, _("Business portfolio info"), "portfolio_info", "building-office", "portfolio_"),
        entry(SETTINGS, _("Business Account info"), "account_info", "identification", "account_"),
        *(
            ui.Entry(section=MIGRATION, label=label, url_name=f"migration_center:{name}", icon=icon, shown=migrates)
            for label, name, icon in (
                (_("IT set up"), "it_set_up", "wrench-screwdriver"),
                (_("People in business portfolios"), "people", "arrows-right-left"),
                (_("Migrate people"), "report", "chart-bar"),
            )
        ),
    ],
)
