"""The members of a dynamic group by single statements: who joins, and the rules that wait for nobody's change."""

from typing import Any

import orjson
from django.db.models import QuerySet

from keyhouse.domain.people.models import Person
from keyhouse.foundation import clock
from keyhouse.foundation.statements import Statement

_RULES = "SELECT group_id, rule FROM groups_grouprule WHERE organization_id = :organization ORDER BY group_id"
_READ = Statement(_RULES, postgresql=f"{_RULES} FOR SHARE")
_FILL = """INSERT INTO groups_groupmember (organization_id, group_id, person_id, since, until, paused)
  SELECT :organization, :group, w.id, :since, NULL, w.state = 'deactivated' FROM ({wanted}) w
   WHERE NOT EXISTS (SELECT 1 FROM groups_groupmember m WHERE m.person_id = w.id AND m.group_id = :group)
  ON CONFLICT (person_id, group_id) DO NOTHING RETURNING person_id"""


def rules(organization_id: int) -> dict[int, Any]:
    """The rules of an organization as they are stored, by group; none can change until the transaction ends."""
    rows = _READ.rows(organization=organization_id)
    return {group: orjson.loads(rule) if isinstance(rule, str) else rule for group, rule in rows}


def fill(organization_id: int, group_id: int, wanted: "QuerySet[Person]") -> list[int]:
    """Give everybody wanted a place in a group who has none; answers the ids of those who joined."""
    sql, values = wanted.order_by().values("id", "state").query.sql_with_params()
    names = [f"value_{''.join(chr(97 + int(digit)) for digit in str(at))}" for at in range(len(values))]
    parts = sql.split("%s")
    named = "".join(part + (f":{name}" if name else "") for part, name in zip(parts, [*names, ""], strict=True))
    statement = Statement(_FILL.format(wanted=named))
    rows = statement.rows(
        organization=organization_id, group=group_id, since=clock.now(), **dict(zip(names, values, strict=True))
    )
    return [person for (person,) in rows]
