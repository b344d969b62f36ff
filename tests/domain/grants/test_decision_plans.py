"""Decisions: no plan reads a whole table, and each question is one statement."""

import re

import pytest
from django.db import connection

from keyhouse.domain.grants.hot_decisions import Asker, Question, may, may_many, what_may, which_tasks, who_may, why
from keyhouse.domain.grants.hot_decisions.may import MAY, MAY_MANY
from keyhouse.domain.grants.hot_decisions.what import WHAT
from keyhouse.domain.grants.hot_decisions.who import WHO
from keyhouse.domain.grants.hot_decisions.why import WHY
from keyhouse.foundation import clock
from tests.database import DATABASE

STATEMENTS = {
    **{
        f"{name} {kind}": statement
        for name, family in (("may", MAY), ("who", WHO), ("what", WHAT), ("why", WHY))
        for kind, statement in family.items()
    },
    "many": MAY_MANY,
}
NOT_TABLES = {"q", "c", "CONSTANT", "json_each", "place", "given", "w", "m"}
LEADS_TO_MANY = re.compile(r"\((partner_)?organization_id=\?(?! AND .*(type|code))|grants_of_a_portfolio")
only_sqlite = pytest.mark.skipif(DATABASE != "sqlite", reason="SQLite explains its plan without knowing the data")


@only_sqlite
@pytest.mark.django_db
@pytest.mark.parametrize("name", STATEMENTS)
def test_no_plan_scans_a_table_or_builds_an_index_of_its_own(name):
    sql = STATEMENTS[name].sqlite
    values = dict.fromkeys(re.findall(r"(?<!:):([a-z_]+)", sql), 1) | {"questions": "[]"}

    connection.ensure_connection()
    plan = [row[3] for row in connection.connection.execute(f"EXPLAIN QUERY PLAN {sql}", values)]

    scanned = [line for line in plan if line.startswith("SCAN ") and line.split()[1] not in NOT_TABLES]
    assert not scanned, "\n".join(plan)
    assert not [line for line in plan if "AUTOMATIC" in line and "place" not in line], "\n".join(plan)
    assert not [line for line in plan if LEADS_TO_MANY.search(line)], "\n".join(plan)


@only_sqlite
@pytest.mark.parametrize(
    "ask",
    [may, why, who_may, what_may, which_tasks, lambda by, one: may_many(by, [one] * 50)],
    ids=["may", "why", "who", "what", "which", "many"],
)
def test_each_question_is_one_statement(cast, ask):
    sent: list[str] = []
    one = Question(
        subject_type="person", subject=cast.ben.id, task="ADVERTISE", asset_type="ad_account", asset=cast.act_1001.id
    )

    connection.connection.set_trace_callback(sent.append)
    ask(Asker(organization=cast.acme.id, at=clock.now()), one)
    connection.connection.set_trace_callback(None)

    assert len(sent) == 1
