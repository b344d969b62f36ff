"""Delete a saved filter."""

from django.db import transaction

from keyhouse.domain.directory import queries
from keyhouse.domain.directory.errors import NoSuchFilter
from keyhouse.domain.directory.events import FilterDeleted
from keyhouse.domain.directory.models import SavedFilter
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def delete_filter(*, by: Actor, saved: SavedFilter) -> None:
    """Delete a filter that one saved oneself. Raises NotAllowed, NoSuchFilter."""
    authorize(by, Permission.OWN_ACCOUNT, on=queries.own_facts(by))

    if saved.owner_id != by.person_id:
        raise NoSuchFilter()

    record(FilterDeleted(page=saved.page, name=saved.name), by=by, on=saved)
    saved.delete()
