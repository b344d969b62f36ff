"""What is asked about long work: how far it is, and what became of each row."""

from collections.abc import Iterator

from keyhouse.foundation.errors import NotFound
from keyhouse.foundation.long_work.handlers import Handler
from keyhouse.foundation.long_work.models import LongWork, LongWorkRow
from keyhouse.foundation.permissions import Actor, allows, facts_of

PAGE = 1000


def work(by: Actor, identifier: int) -> LongWork:
    """A work of the actor's organization that she asked for or may look after. Raises NotFound."""
    found: LongWork | None = LongWork.objects.of(by.organization_id or 0).filter(id=identifier).first()
    if found is None or not _sees(by, found):
        raise NotFound()
    return found


def works(by: Actor, *, before: int | None = None, limit: int = 50) -> list[LongWork]:
    """The works that the actor may see, the newest first, older than the id `before`."""
    kinds = [kind for kind, one in Handler.known.items() if allows(by, one.needs, facts_of(by.organization_id))]
    rows = LongWork.objects.of(by.organization_id or 0)
    seen = rows.filter(kind__in=kinds) | rows.filter(actor_id=by.id or 0)
    older = seen.filter(id__lt=before) if before is not None else seen
    return list(older.order_by("-id")[:limit])


def rows(work: LongWork, *, outcome: str = "", after: int = -1, limit: int = 50) -> list[LongWorkRow]:
    """The rows of a work in their order, of one outcome if it is named, after this position."""
    found = LongWorkRow.objects.of(work.organization_id).filter(work=work, position__gt=after)
    found = found.filter(outcome=outcome) if outcome else found
    return list(found.order_by("position")[:limit])


def all_rows(work: LongWork, *, outcome: str = "") -> Iterator[LongWorkRow]:
    """Every row of a work in its order, read page by page."""
    after = -1
    while page := rows(work, outcome=outcome, after=after, limit=PAGE):
        yield from page
        after = page[-1].position


def _sees(by: Actor, work: LongWork) -> bool:
    if by.id is not None and by.id == work.actor_id:
        return True
    known = Handler.known.get(work.kind)
    return known is not None and allows(by, known.needs, facts_of(work.organization_id))
