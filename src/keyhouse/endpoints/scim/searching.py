"""Answers a search: in SQL where the filter allows it, else by looking at each person the SQL finds."""

from typing import Any

from keyhouse.domain.people import queries
from keyhouse.domain.people.queries import FoundPerson
from keyhouse.endpoints.scim import people, sought
from keyhouse.endpoints.scim.answers import Answer
from keyhouse.endpoints.scim.calls import Call
from keyhouse.protocols.scim.attributes import Json
from keyhouse.protocols.scim.conditions import Condition
from keyhouse.protocols.scim.listing import Question, list_response
from keyhouse.protocols.scim.matching import matches, values_at
from keyhouse.protocols.scim.people import USER
from keyhouse.protocols.scim.projection import project


def search(call: Call, question: Question) -> Answer:
    """Answer a page of the people whom a question asks for, in the order of their making or as it says."""
    total, found = _page(call, question)
    resources = [project(each, USER, question.wanted, question.unwanted) for each in found]
    return Answer(body=list_response(resources, total=total, start=question.start))


def _page(call: Call, question: Question) -> tuple[int, list[Json]]:
    plan = sought.plan(question.condition)
    rows = queries.find(call.organization_id, call.connection.id, plan.sought)
    if plan.exact and question.sort_by is None:
        total = queries.count(rows)
        if question.count == 0 or question.start > total:
            return total, []
        return total, _shown(call, queries.page(rows, question.start - 1, question.count))
    return _looked_at(call, question, _shown(call, queries.found(rows.iterator(chunk_size=500))))


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
