"""The people of a connection by address, external id or id, and a page of them: one statement each."""

import datetime as dt
from typing import Any

import orjson

from keyhouse.domain.people.queries import FoundPerson
from keyhouse.foundation.statements import Statement

COLUMNS = ", ".join(f"p.{name}" for name in FoundPerson._fields if name != "external_id")
MOMENTS = tuple(
    FoundPerson._fields.index(name)
    for name in ("start_date", "term_date", "made_at", "changed_at", "invited_at", "activated_at")
)
SCIM = FoundPerson._fields.index("scim")
SEEN = """p.organization_id = :organization AND p.managed_by_id = :connection
  AND NOT p.detached AND NOT (p.state = 'deleted')"""
NAMED = "LEFT JOIN people_externalid m ON m.person_id = p.id AND m.connection_id = :connection"

BY_EMAIL = Statement(f"""
SELECT {COLUMNS}, m.value FROM people_person p {NAMED}
WHERE {SEEN} AND p.kind = 'work' AND p.email_folded = :value
""")  # noqa: S608 -- put together from constants
BY_EXTERNAL_ID = Statement(f"""
SELECT {COLUMNS}, m.value FROM people_externalid m JOIN people_person p ON p.id = m.person_id
WHERE m.connection_id = :connection AND m.value = :value AND {SEEN}
""")  # noqa: S608 -- put together from constants
BY_ID = Statement(f"""
SELECT {COLUMNS}, m.value FROM people_person p {NAMED} WHERE p.id = :value AND {SEEN}
""")  # noqa: S608 -- put together from constants
PAGE = Statement(f"""
SELECT t.total, {COLUMNS}, m.value
FROM (SELECT COUNT(*) AS total FROM people_person p WHERE {SEEN}) t
LEFT JOIN (SELECT p.id FROM people_person p WHERE {SEEN} ORDER BY p.id LIMIT :size OFFSET :skipped) q ON 1 = 1
LEFT JOIN people_person p ON p.id = q.id {NAMED}
ORDER BY p.id
""")  # noqa: S608 -- put together from constants


def by_email(organization: int, connection: int, folded: str) -> list[FoundPerson]:
    """The person with this folded address, if the connection manages her."""
    return [_read(row) for row in BY_EMAIL.rows(organization=organization, connection=connection, value=folded)]


def by_external_id(organization: int, connection: int, value: str) -> list[FoundPerson]:
    """The person whom the connection calls so."""
    return [_read(row) for row in BY_EXTERNAL_ID.rows(organization=organization, connection=connection, value=value)]


def by_id(organization: int, connection: int, identifier: int) -> list[FoundPerson]:
    """The person with this id, if the connection manages her."""
    return [_read(row) for row in BY_ID.rows(organization=organization, connection=connection, value=identifier)]


def page(organization: int, connection: int, start: int, size: int) -> tuple[int, list[FoundPerson]]:
    """How many people the connection manages, and `size` of them from the one at `start`, which counts from 0."""
    rows = PAGE.rows(organization=organization, connection=connection, size=size, skipped=start)
    return rows[0][0], [_read(row[1:]) for row in rows if row[1] is not None]


def _read(row: tuple[Any, ...]) -> FoundPerson:
    """The row as the slow path gives it: JSON read, moments in UTC."""
    values = list(row)
    for at in MOMENTS:
        values[at] = _moment(values[at])
    if isinstance(values[SCIM], str):
        values[SCIM] = orjson.loads(values[SCIM])
    return FoundPerson._make(values)


def _moment(value: Any) -> dt.datetime | None:
    """SQLite keeps moments as text in UTC."""
    moment = dt.datetime.fromisoformat(value) if isinstance(value, str) else value
    return moment.replace(tzinfo=dt.UTC) if moment is not None and moment.tzinfo is None else moment
