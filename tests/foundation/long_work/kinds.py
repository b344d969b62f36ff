"""Kinds of long work that tests ask for; what they did stands in DONE."""

from __future__ import annotations

from typing import Any

from keyhouse.domain.people.models import Person
from keyhouse.foundation.errors import Invalid
from keyhouse.foundation.long_work import NewRow, Skipped, handler
from keyhouse.foundation.permissions import Permission, authorize, facts_of

DONE: list[str] = []
NEEDS = Permission.PEOPLE_MANAGE


class Odd(Invalid):
    """Only even numbers are done."""

    code = "odd"
    message = "{number} is odd."
    step = "Choose another number."


@handler("test.note", needs=NEEDS)
def note(by: Any, work: Any, row: Any) -> Skipped | None:
    authorize(by, NEEDS, on=facts_of(work.organization_id))
    Person.objects.of(work.organization_id).filter(id=row.subject_id).update(job_title=row.label)
    if row.data.get("odd"):
        raise Odd(number=row.label)
    if row.data.get("skip"):
        return Skipped("nothing to do")
    if row.data.get("break"):
        raise RuntimeError("a fault of ours")
    row.data = {"kept": row.label}
    DONE.append(row.label)
    return None


def pages(by: Any, work: Any, cursor: Any) -> tuple[list[NewRow], Any]:
    start = cursor or 0
    rows = [NewRow(label=str(number)) for number in range(start, min(start + 4, work.arguments["number"]))]
    return rows, start + 4 if start + 4 < work.arguments["number"] else None


@handler("test.many", needs=NEEDS, source=pages, together=3, ending=lambda by, work: DONE.append("end"))
def one_of_many(by: Any, work: Any, row: Any) -> None:
    DONE.append(row.label)
