"""Choose the columns of a list."""

from collections.abc import Sequence

from django.db import transaction

from keyhouse.domain.directory import queries
from keyhouse.domain.directory.events import ColumnsChosen
from keyhouse.domain.directory.models import ColumnChoice
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def choose_columns(*, by: Actor, page: str, columns: Sequence[str]) -> None:
    """Show these columns of a list from now on; none means the usual ones again. Raises NotAllowed."""
    authorize(by, Permission.OWN_ACCOUNT, on=queries.own_facts(by))

    rows = ColumnChoice.objects.of(by.organization_id)
    if columns:
        rows.update_or_create(
            owner_id=by.person_id,
            page=page,
            defaults={"columns": list(columns)},
            create_defaults={"organization_id": by.organization_id, "columns": list(columns)},
        )
    else:
        rows.filter(owner_id=by.person_id, page=page).delete()

    record(ColumnsChosen(page=page, columns=", ".join(columns)), by=by)
