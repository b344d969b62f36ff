"""Answers a search: in SQL where the filter allows it, else by looking at each person the SQL finds."""

from collections.abc import Callable
from typing import Any

from keyhouse.domain.people import hot_find, queries
from keyhouse.domain.people.queries import FoundPerson
from keyhouse.domain.people.queries.finding import Comparison, Field, Sought, Where
from keyhouse.endpoints.scim import cursors, people, sought
from keyhouse.endpoints.scim.answers import Answer
from keyhouse.endpoints.scim.calls import Call
from keyhouse.endpoints.scim.showing import present
from keyhouse.protocols.scim.attributes import Json
from keyhouse.protocols.scim.conditions import Condition
from keyhouse.protocols.scim.listing import Question, list_response
from keyhouse.protocols.scim.matching import matches, values_at

FINDERS: dict[Field, Callable[..., list[FoundPerson]]] = {
    Field.EMAIL: hot_find.by_email,
    Field.EXTERNAL_ID: hot_find.by_external_id,
    Field.ID: hot_find.by_id,
}


def search(call: Call, question: Question) -> Answer:
    """Answer a page of the people whom a question asks for, in the order of their making or as it says."""
    if question.page_mark is not None:
        return _after_cursor(call, question, question.page_mark)
    total, found = _page(call, question)
    resources = [present(each, question) for each in found]
    return Answer(body=list_response(resources, total=total, start=question.start))


def _after_cursor(call: Call, question: Question, cursor: str) -> Answer:
    """A page by keyset, in the order of making: nobody is seen twice or lost while others come and go. RFC 9865."""
    after = cursors.read(call, cursor, question.source)
    plan = sought.plan(question.condition)
    rows = queries.find(call.organization_id, call.connection_id, plan.sought)
    total = queries.count(rows) if plan.exact else None
    found: list[Json] = []
    for person in rows.filter(id__gt=after).iterator(chunk_size=question.count + 1):
        resource = _shown(call, queries.found([person]))[0]
        if plan.exact or _meets(question.condition, resource):
            found.append(resource)
        if len(found) > question.count:
            break
    page = found[: question.count]
    more = cursors.write(call, int(page[-1]["id"]), question.source) if page and len(found) > len(page) else None
    shown = [present(each, question) for each in page]
    return Answer(body=list_response(shown, total=len(found) if total is None else total, following=more))


def _page(call: Call, question: Question) -> tuple[int, list[Json]]:
    plan = sought.plan(question.condition)
    if plan.exact and question.sort_by is None and (fast := _fast(call, question, plan.sought)) is not None:
        return fast
    rows = queries.find(call.organization_id, call.connection_id, plan.sought)
    if plan.exact and question.sort_by is None:
        total = queries.count(rows)
        if question.count == 0 or question.start > total:
            return total, []
        return total, _shown(call, queries.page(rows, question.start - 1, question.count))
    return _looked_at(call, question, _shown(call, queries.found(rows.iterator(chunk_size=500))))


def _fast(call: Call, question: Question, condition: Sought | None) -> tuple[int, list[Json]] | None:
    """The answer by one statement, to the questions that have one: everybody, or one person by a key."""
    mine = (call.organization_id, call.connection_id)
    if condition is None:
        total, rows = hot_find.page(*mine, question.start - 1, question.count)
        return total, _shown(call, rows)
    finder = FINDERS.get(condition.field) if isinstance(condition, Where) else None
    if finder is None or not isinstance(condition, Where) or condition.comparison is not Comparison.IS:
        return None
    found = finder(*mine, condition.value)
    return len(found), _shown(call, found[question.start - 1 :][: question.count])


def _shown(call: Call, rows: list[FoundPerson]) -> list[Json]:
    return [people.shown(row, call.base) for row in rows]


def _looked_at(call: Call, question: Question, resources: list[Json]) -> tuple[int, list[Json]]:
    kept = [each for each in resources if _meets(question.condition, each)]
    if question.sort_by is not None:
        kept.sort(key=lambda each: _key(question, each), reverse=question.descending)
    return len(kept), kept[question.start - 1 :][: question.count]


def _meets(condition: Condition | None, resource: Json) -> bool:
    return condition is None or matches(condition, resource)


def _key(question: Question, resource: Json) -> tuple[bool, str]:
    found: list[Any] = values_at(question.sort_by, resource)
    first = found[0] if found else ""
    if isinstance(first, dict):
        first = first.get("value") or first.get("formatted") or ""
    return (first == "", str(first).casefold())
