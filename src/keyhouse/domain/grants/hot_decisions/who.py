"""Who may do this task with this asset? Those whom something is given, asked one by one by the rule of the decision."""

from keyhouse.domain.grants.hot_decisions import rule
from keyhouse.domain.grants.hot_decisions.may import TABLES
from keyhouse.domain.grants.hot_decisions.questions import PERSON, SYSTEM_USER, Asker, Question, mask
from keyhouse.foundation.statements import Statement

_FULL = "m.level = 'full' AND m.state = 'active'"
_GIVES = "g.asset_type = :type AND (g.tasks & :mask) <> 0"
_GROUPS = "assets_assetgroupmember am CROSS JOIN grants_taskgrant g"
_MEMBERS = "CROSS JOIN groups_groupmember gm"
_IN = "+gm.organization_id = g.organization_id AND gm.group_id = g.subject_id"

GRANTED = f"""SELECT g.subject_id AS id FROM grants_taskgrant g WHERE g.object_id = :asset AND {_GIVES}
  UNION SELECT g.subject_id FROM {_GROUPS} WHERE am.asset_id = :asset AND g.object_id = am.group_id AND {_GIVES}"""
FULL_CONTROL = f"""SELECT m.person_id FROM assets_asset x CROSS JOIN portfolios_membership m
    WHERE x.id = :asset AND m.portfolio_id = x.portfolio_id AND {_FULL}
  UNION SELECT m.person_id FROM partners_partnershare h CROSS JOIN portfolios_membership m
    WHERE h.asset_id = :asset AND m.portfolio_id = h.partner_id AND {_FULL}"""
BY_GROUPS = f"""SELECT gm.person_id FROM grants_taskgrant g {_MEMBERS} WHERE g.object_id = :asset AND {_GIVES} AND {_IN}
  UNION SELECT gm.person_id FROM {_GROUPS} {_MEMBERS}
    WHERE am.asset_id = :asset AND g.object_id = am.group_id AND {_GIVES} AND {_IN}"""
CANDIDATES = {PERSON: f"{GRANTED} UNION {FULL_CONTROL} UNION {BY_GROUPS}", SYSTEM_USER: GRANTED}
PATHS = {PERSON: rule.PERSON_PATH, SYSTEM_USER: rule.SYSTEM_USER_PATH}


def _who(kind: str) -> Statement:
    path = PATHS[kind].format(mask=":mask", leads=":leads")
    return Statement(f"""SELECT s.id FROM ({CANDIDATES[kind]}) c CROSS JOIN {TABLES[kind]} s CROSS JOIN assets_asset a
        WHERE s.id = c.id AND s.id > :after AND a.id = :asset AND a.type = :type AND {rule.VISIBLE}
          AND {path} IS NOT NULL ORDER BY s.id LIMIT :most""")


WHO = {kind: _who(kind) for kind in CANDIDATES}


def who_may(asker: Asker, question: Question, *, after: int = 0, most: int = 1000) -> list[int]:
    """The ids of the subjects of the question's type who may, in order, behind `after`; its own subject is ignored."""
    if question.subject_type not in WHO or not mask(question.asset_type, question.task):
        return []
    values = {**question.values(), "organization": asker.organization, "at": asker.at, "after": after, "most": most}
    return [row[0] for row in WHO[question.subject_type].rows(**values)]
