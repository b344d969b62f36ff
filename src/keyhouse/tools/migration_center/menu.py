"""The left navigation of Migration Center."""

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from keyhouse import ui
from keyhouse.domain.organizations import queries as organizations
from keyhouse.foundation.permissions import Permission


def opens_for(request: HttpRequest) -> bool:
    """Migration Center opens for everybody who may see the report."""
    actor = getattr(request, "actor", None)
    return actor is not None and Permission.MIGRATION_VIEW in actor.permissions


def place(request: HttpRequest) -> ui.Place | None:
    """The organization whose migration is open."""
    actor = getattr(request, "actor", None)
    if actor is None or actor.organization_id is None:
        return None
    return ui.Place(kind=_("Organization"), label=organizations.organization(actor.organization_id).name)


TOOL = ui.Tool(
    key="migration_center",
    label=_("Migration Center"),
    home="migration_center:home",
    order=3,
    opens_for=opens_for,
    place=place,
    search="migration_center:people",
    search_label=_("Search people in portfolios"),
    menu=[
        ui.Entry(section="", label=_("IT set up"), url_name="migration_center:it_set_up", icon="wrench-screwdriver",
                 needs=Permission.MIGRATION_VIEW),
        ui.Entry(section="", label=_("People in business portfolios"), url_name="migration_center:people",
                 icon="users", needs=Permission.MIGRATION_VIEW, prefix="migration_center:person"),
        ui.Entry(section="", label=_("Migrate people"), url_name="migration_center:report", icon="chart-bar",
                 needs=Permission.MIGRATION_VIEW, prefix="migration_center:report"),
    ],
)  # fmt: skip
