"""May she? One statement for one question, and one for many."""

from collections.abc import Sequence

from keyhouse.domain.grants.hot_decisions import rule
from keyhouse.domain.grants.hot_decisions.questions import (
    PERSON,
    SUBJECTS,
    SYSTEM_USER,
    Answer,
    Asker,
    Question,
    answer,
    why_nonsense,
)
from keyhouse.foundation.statements import Statement

TABLES = {PERSON: "people_person", SYSTEM_USER: "system_users_systemuser"}
PATHS = {
    PERSON: f"COALESCE({rule.PERSON_PATH}, {rule.PERSON_WHY_NOT})",
    SYSTEM_USER: f"COALESCE({rule.SYSTEM_USER_PATH}, {rule.SYSTEM_USER_WHY_NOT})",
}


def _one(kind: str) -> Statement:
    path = PATHS[kind].format(mask=":mask", leads=":leads")
    return Statement(f"""SELECT {path} FROM {TABLES[kind]} s CROSS JOIN assets_asset a
        WHERE s.id = :subject AND a.id = :asset AND a.type = :type AND {rule.VISIBLE}""")


def _many(kind: str) -> str:
    path = PATHS[kind].format(mask="q.mask", leads="q.leads")
    return f"""(SELECT {path} FROM {TABLES[kind]} s CROSS JOIN assets_asset a
        WHERE s.id = q.subject AND a.id = q.asset AND a.type = q.type AND {rule.VISIBLE})"""


_ASKED = {"place": "int", "subject": "bigint", "asset": "bigint", "type": "text", "mask": "bigint", "leads": "boolean"}
_SQLITE = ", ".join(f"json_extract(value, '$[{at}]') AS {name}" for at, name in enumerate(_ASKED))
_POSTGRESQL = ", ".join(f"CAST(value->>{at} AS {kind}) AS {name}" for at, (name, kind) in enumerate(_ASKED.items()))
_ANSWERS = f"SELECT q.place, COALESCE({_many(PERSON)}, {_many(SYSTEM_USER)}) FROM"

MAY = {kind: _one(kind) for kind in SUBJECTS}
MAY_MANY = Statement(
    f"{_ANSWERS} (SELECT {_SQLITE} FROM json_each(:questions)) q",
    postgresql=f"{_ANSWERS} (SELECT {_POSTGRESQL} FROM jsonb_array_elements(CAST(:questions AS jsonb))) q",
)


def may(asker: Asker, question: Question) -> Answer:
    """Whether this subject may do this task with this asset at this moment, and by which path."""
    if nonsense := why_nonsense(question):
        return nonsense
    found = MAY[question.subject_type].row(organization=asker.organization, at=asker.at, **question.values())
    return answer(found[0] if found else None)


def may_many(asker: Asker, questions: Sequence[Question]) -> list[Answer]:
    """The answers to many questions, in their order, by one statement."""
    answers = [why_nonsense(one) for one in questions]
    asked = [[place, *one.values().values()] for place, one in enumerate(questions) if answers[place] is None]
    rows = MAY_MANY.rows(organization=asker.organization, at=asker.at, questions=asked) if asked else []
    found: dict[int, str | None] = dict(rows)
    return [known or answer(found.get(place)) for place, known in enumerate(answers)]
