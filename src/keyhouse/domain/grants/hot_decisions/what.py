"""What may she do? The assets with which a subject may do a task, and the tasks that she may do with an asset."""

import dataclasses

from keyhouse.domain.assets import rules as assets
from keyhouse.domain.grants.hot_decisions import rule
from keyhouse.domain.grants.hot_decisions.may import TABLES, may_many
from keyhouse.domain.grants.hot_decisions.questions import (
    PERSON,
    SYSTEM_USER,
    Asker,
    Question,
    why_nonsense,
)
from keyhouse.foundation.statements import Statement

_GIVES = "g.asset_type = :type AND (g.tasks & :mask) <> 0"
_FULL = "m.person_id = :subject AND m.level = 'full' AND m.state = 'active'"
_IN_GROUPS = "groups_groupmember gm CROSS JOIN grants_taskgrant g"
_HER_GROUPS = "gm.person_id = :subject AND g.subject_id = gm.group_id"

GRANTED = f"""SELECT g.object_id AS id FROM grants_taskgrant g WHERE g.subject_id = :subject AND {_GIVES}
  UNION SELECT am.asset_id FROM grants_taskgrant g CROSS JOIN assets_assetgroupmember am
    WHERE g.subject_id = :subject AND {_GIVES} AND am.group_id = g.object_id"""
FULL_CONTROL = f"""SELECT x.id FROM portfolios_membership m CROSS JOIN assets_asset x
    WHERE {_FULL} AND x.organization_id = m.organization_id AND x.portfolio_id = m.portfolio_id AND x.type = :type
  UNION SELECT h.asset_id FROM portfolios_membership m CROSS JOIN partners_partnershare h
    WHERE {_FULL} AND h.partner_id = m.portfolio_id"""
BY_GROUPS = f"""SELECT g.object_id FROM {_IN_GROUPS} WHERE {_HER_GROUPS} AND {_GIVES}
  UNION SELECT am.asset_id FROM {_IN_GROUPS} CROSS JOIN assets_assetgroupmember am
    WHERE {_HER_GROUPS} AND {_GIVES} AND am.group_id = g.object_id"""
CANDIDATES = {PERSON: f"{GRANTED} UNION {FULL_CONTROL} UNION {BY_GROUPS}", SYSTEM_USER: GRANTED}
PATHS = {PERSON: rule.PERSON_PATH, SYSTEM_USER: rule.SYSTEM_USER_PATH}


def _what(kind: str) -> Statement:
    path = PATHS[kind].format(mask=":mask", leads=":leads")
    return Statement(f"""SELECT a.id FROM ({CANDIDATES[kind]}) c CROSS JOIN {TABLES[kind]} s CROSS JOIN assets_asset a
        WHERE a.id = c.id AND a.id > :after AND a.type = :type AND s.id = :subject AND {rule.VISIBLE}
          AND {path} IS NOT NULL ORDER BY a.id LIMIT :most""")


WHAT = {kind: _what(kind) for kind in CANDIDATES}


def what_may(asker: Asker, question: Question, *, after: int = 0, most: int = 1000) -> list[int]:
    """The ids of the assets of the question's type with which its subject may, in order; its own asset is ignored."""
    if why_nonsense(question):
        return []
    values = {**question.values(), "organization": asker.organization, "at": asker.at, "after": after, "most": most}
    return [row[0] for row in WHAT[question.subject_type].rows(**values)]


def which_tasks(asker: Asker, question: Question) -> list[str]:
    """The tasks that the subject may do with the asset, in the order of its type; the task asked for is ignored."""
    known = assets.types.TYPES.get(question.asset_type)
    names = [one.name for one in known.tasks] if known else []
    answers = may_many(asker, [dataclasses.replace(question, task=name) for name in names])
    return [name for name, found in zip(names, answers, strict=True) if found.allowed]
