"""Directory: everybody who holds a work account of the organization."""

import json
from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from keyhouse import ui
from keyhouse.domain.administration import queries as administration
from keyhouse.domain.directory import queries as directory
from keyhouse.domain.directory.queries import SORTS
from keyhouse.domain.people import queries
from keyhouse.domain.people.rules import Person
from keyhouse.foundation.keyset import Place
from keyhouse.foundation.permissions import Permission
from keyhouse.tools.admin_center.screens.people import columns, filters
from keyhouse.tools.admin_center.screens.people.selection import deeds_for

PAGE, FILE_PAGE = 50, 1000
FIELDS = {key: order.field for key, order in SORTS.items()}


def listing_of(request: ui.Request) -> ui.Listing:
    """What the address asks of the directory."""
    return ui.Listing(
        request,
        columns=columns.COLUMNS,
        choices=filters.choices(request.actor, request.GET),
        sort="name",
        kept=directory.own_columns(request.actor, "people"),
    )


def index(request: ui.Request) -> ui.Response:
    """The list, by name unless another column is chosen."""
    listing = listing_of(request)
    wanted = filters.wanted(listing)
    found = directory.page(request.actor, wanted, listing.order(SORTS), listing.place, PAGE)
    numbers = queries.numbers_by_state(request.actor.organization_id or 0)
    shown = [one for one in listing.shown if one is not columns.NAME]
    may_manage = Permission.PEOPLE_MANAGE in request.actor.permissions
    roles = _roles(request, shown, found.cut.rows)
    base = reverse("admin_center:people")
    return ui.render(
        request,
        "people/index",
        listing=listing,
        pages=listing.pages(found.cut, lambda person: _key(listing, person)),
        heads=[listing.head("name"), *(listing.head(one.key) for one in shown)],
        rows=[columns.row(one, roles, shown, f"{base}{one.id}/", may_manage=may_manage) for one in found.cut.rows],
        total=sum(numbers.values()),
        number=found.number,
        is_exact=found.is_exact,
        may_manage=may_manage,
        deeds=deeds_for(request.actor),
        wanted=json.dumps(wanted.plain()),
        states=_states(listing, numbers),
        saved=directory.own_filters(request.actor, "people"),
    )


def _key(listing: ui.Listing, person: Person) -> list[object]:
    return [getattr(person, FIELDS[listing.sorted_by]), person.id]


def _states(listing: ui.Listing, numbers: dict[str, int]) -> list[tuple[str, str, int, bool]]:
    """The chips that show one state each, with how many people are in it."""
    chosen = listing.chosen.get("status", ())
    return [
        (one.value, listing.address(status=one.value), numbers.get(one.value, 0), chosen == (one.value,))
        for one in filters.SHOWN
        if numbers.get(one.value) or one.value in chosen
    ]


def _roles(request: ui.Request, shown: list[ui.Column], people: object) -> columns.Roles:
    if not any(one.key == "roles" for one in shown):
        return {}
    ids = [person.id for person in people]  # type: ignore[attr-defined]
    return administration.roles_of_many(request.actor.organization_id or 0, ids)


def export(request: ui.Request) -> ui.Response:
    """The people and columns that the list shows, as a CSV file."""
    listing = listing_of(request)
    shown = [one for one in listing.shown if one is not columns.NAME]
    return ui.csv_download("people.csv", columns.head_of_file(shown), _lines(request, listing, shown))


def _lines(request: ui.Request, listing: ui.Listing, shown: list[ui.Column]) -> Iterator[list[object]]:
    place, wanted, order = Place(), filters.wanted(listing), listing.order(SORTS)
    while True:
        cut = directory.page(request.actor, wanted, order, place, FILE_PAGE).cut
        roles = _roles(request, shown, cut.rows)
        yield from (columns.line_of_file(person, roles, shown) for person in cut.rows)
        if not cut.after:
            return
        place = Place(key=tuple(_key(listing, cut.rows[-1])))


def menu(request: ui.Request, person: ui.Id) -> ui.Response:
    """What can be done about one person of the list."""
    found = queries.person(request.actor, person)
    return ui.dialog(
        request,
        "people/row_menu",
        person=found,
        may_reset=Permission.TWO_FACTOR_MANAGE in request.actor.permissions,
        close=reverse("admin_center:people"),
        title=_("Actions for {name}").format(name=found.name),
    )
