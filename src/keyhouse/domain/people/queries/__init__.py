"""All that can be asked about people, one file per subject."""

from keyhouse.domain.people.queries.directory import counted, number_at, numbers_by_state, source_of
from keyhouse.domain.people.queries.finding import FoundPerson, count, find, found, lock, page, seen
from keyhouse.domain.people.queries.people import (
    at_address,
    called,
    external_id_of,
    facts_of_person,
    holder_of,
    in_organization,
    locked,
    managed_by,
    managed_person,
    names,
    organization_id_of,
    person,
    reports_of,
    with_address,
)

__all__ = [
    "FoundPerson",
    "at_address",
    "called",
    "count",
    "counted",
    "external_id_of",
    "facts_of_person",
    "find",
    "found",
    "holder_of",
    "in_organization",
    "lock",
    "locked",
    "managed_by",
    "managed_person",
    "names",
    "number_at",
    "numbers_by_state",
    "organization_id_of",
    "page",
    "person",
    "reports_of",
    "seen",
    "source_of",
    "with_address",
]
