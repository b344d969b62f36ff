"""What an administrator keeps of a list: her filters, the filter behind a link, and her columns."""

from keyhouse.domain.directory.errors import NoSuchFilter
from keyhouse.domain.directory.models import ColumnChoice, SavedFilter
from keyhouse.foundation.permissions import Actor, Facts


def own_facts(by: Actor) -> Facts:
    """The facts about what somebody keeps for herself."""
    return Facts(organization_id=by.organization_id, person_id=by.person_id)


def own_filters(by: Actor, page: str) -> list[SavedFilter]:
    """The filters of a list that the actor saved, by name."""
    rows = SavedFilter.objects.of(by.organization_id or 0).filter(owner_id=by.person_id, page=page)
    return list(rows.order_by("name_folded", "id"))


def saved_filter(by: Actor, page: str, identifier: int) -> SavedFilter:
    """A filter of a list that somebody of the organization saved, and whose link the actor has. Raises NoSuchFilter."""
    found = SavedFilter.objects.of(by.organization_id or 0).filter(id=identifier, page=page).first()
    if found is None:
        raise NoSuchFilter()
    return found


def own_columns(by: Actor, page: str) -> list[str]:
    """The columns of a list that the actor chose; none when she never did."""
    rows = ColumnChoice.objects.of(by.organization_id or 0).filter(owner_id=by.person_id, page=page)
    return list(rows.values_list("columns", flat=True).first() or [])
