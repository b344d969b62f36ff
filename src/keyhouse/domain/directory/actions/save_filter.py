"""Keep a filter of a list under a name."""

from django.db import transaction

from keyhouse.domain.directory import queries, rules
from keyhouse.domain.directory.errors import FilterNameNeeded, FilterNameTaken, NothingFiltered, TooManyFilters
from keyhouse.domain.directory.events import FilterSaved
from keyhouse.domain.directory.models import SavedFilter
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def save_filter(*, by: Actor, page: str, name: str, query: str) -> SavedFilter:
    """Keep the part of an address that filters, searches and sorts a list; who has its link may open it too.

    Raises NotAllowed, NothingFiltered, FilterNameNeeded, FilterNameTaken, TooManyFilters.
    """
    authorize(by, Permission.OWN_ACCOUNT, on=queries.own_facts(by))

    name = " ".join(name.split())
    if not query.strip():
        raise NothingFiltered()
    if not name or len(name) > rules.LONGEST_NAME:
        raise FilterNameNeeded()
    kept = queries.own_filters(by, page)
    if any(one.name_folded == name.casefold() for one in kept):
        raise FilterNameTaken(name=name)
    if len(kept) >= rules.MOST_FILTERS:
        raise TooManyFilters(number=len(kept))

    rows = SavedFilter.objects.of(by.organization_id)
    saved: SavedFilter = rows.create(
        owner_id=by.person_id,
        page=page,
        name=name,
        name_folded=name.casefold(),
        query=query[:2000],
        made_at=clock.now(),
    )

    record(FilterSaved(page=page, name=name), by=by, on=saved)
    return saved
