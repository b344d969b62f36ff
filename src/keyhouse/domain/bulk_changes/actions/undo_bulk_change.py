"""Take back a change of many people, for those for whom it was done."""

from django.db import transaction

from keyhouse.domain.bulk_changes import queries, rules
from keyhouse.domain.bulk_changes.events import BulkChangeBegun
from keyhouse.domain.bulk_changes.rules import BESIDES
from keyhouse.foundation.audit import record
from keyhouse.foundation.long_work import beginning
from keyhouse.foundation.long_work.models import LongWork
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def undo_bulk_change(*, by: Actor, work: LongWork) -> LongWork:
    """Write down that what was done to each is taken back, within 7 days and once.

    Raises NotAllowed, NothingToUndo.
    """
    authorize(by, Permission.PEOPLE_MANAGE, on=facts_of(work.organization_id))
    opposite = queries.opposite_of(work)
    besides = BESIDES.get(opposite) if opposite is not None else None
    authorize(by, besides or Permission.PEOPLE_MANAGE, on=facts_of(work.organization_id))

    done = LongWork.objects.of(work.organization_id).select_for_update().get(id=work.id)
    if broken := queries.why_not_undone(done):
        raise broken

    title = rules.undo_title(done.title)
    kept = {name: value for name, value in done.arguments.items() if name not in ("few", "filter")}
    undoing = beginning.begin(
        by=by,
        kind=f"bulk.{opposite}",
        title=title,
        arguments={**kept, "undo_of": done.id},
        total=done.done,
    )
    done.arguments = {**done.arguments, "undone_by": undoing.id}
    done.save(update_fields=["arguments"])

    record(BulkChangeBegun(deed=title, number=done.done), by=by, on=undoing)
    return undoing
