"""Why may she? Every path, naming the portfolio, the grant, the group, the share, who gave it, when and until when."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from keyhouse.domain.grants.hot_decisions import rule
from keyhouse.domain.grants.hot_decisions.may import TABLES
from keyhouse.domain.grants.hot_decisions.questions import PERSON, SYSTEM_USER, Asker, Question, why_nonsense
from keyhouse.foundation.statements import Statement

_THING = "s.id = :subject AND a.id = :asset AND a.type = :type AND " + rule.VISIBLE
_USABLE = f"{rule.USABLE} AND {rule.STARTED} AND {rule.HAS_BUSINESS_MANAGER}"
_GATE = f"{_USABLE} AND {rule.READS_LEADS} AND {rule.PLACE} AND {rule.MEETS_TWO_FACTOR_RULE}"
_FROM = "people_person s CROSS JOIN assets_asset a CROSS JOIN portfolios_membership m CROSS JOIN"
_HERS = "m.portfolio_id, m.organization_id, m.level, m.until, m.added_by_id, m.added_at"
_NO_SHARE = "CAST(NULL AS bigint) AS share, m.until AS shared_until"
_ITS = "s.portfolio_id, s.organization_id, '' AS level, s.made_at AS until, a.id AS added_by_id, s.made_at AS added_at"
PLACES = {
    PERSON: f"""SELECT {_HERS}, {_NO_SHARE} FROM {_FROM} portfolios_portfolio p
        WHERE {_THING} AND {_GATE} AND m.portfolio_id = a.portfolio_id AND +m.organization_id = a.organization_id
          AND {rule.ASKER_OWNS_ONE}
      UNION ALL SELECT {_HERS}, h.id, h.until FROM {_FROM} partners_partnershare h CROSS JOIN portfolios_portfolio p
        WHERE {_THING} AND {_GATE} AND h.partner_id = m.portfolio_id AND {rule.SHARED}
          AND ({rule.ASKER_OWNS_ONE} OR m.organization_id = :organization) AND EXISTS {rule.ACTIVE.format(of="m")}""",
    SYSTEM_USER: f"""SELECT {_ITS}, CAST(NULL AS bigint) AS share, s.made_at AS shared_until
        FROM system_users_systemuser s CROSS JOIN assets_asset a
        WHERE {_THING} AND s.state = 'active' AND (NOT {{leads}} OR NOT a.leads_restricted)
          AND EXISTS {rule.ACTIVE.format(of="s")} AND {rule.ASKER_OWNS_ONE} AND s.portfolio_id = a.portfolio_id
      UNION ALL SELECT {_ITS}, h.id, h.until
        FROM system_users_systemuser s CROSS JOIN assets_asset a CROSS JOIN partners_partnershare h
        WHERE {_THING} AND s.state = 'active' AND (NOT {{leads}} OR NOT a.leads_restricted)
          AND EXISTS {rule.ACTIVE.format(of="s")} AND {rule.ASKER_OWNS_ONE} AND h.partner_id = s.portfolio_id
          AND s.portfolio_id <> a.portfolio_id AND {rule.SHARED}""",
}
_PLACE = "m.portfolio_id, m.share, m.shared_until"
_GRANT = f"{_PLACE}, g.id AS grant_id, g.source, g.given_by_id AS giver, g.given_at, g.until"
_SUBJECT = "FROM place m CROSS JOIN {table} s CROSS JOIN assets_asset a CROSS JOIN"
_BOTH = "s.id = :subject AND a.id = :asset"
_GIVEN = f"{rule.OWN} AND {rule.GIVES}"
_BY_GRANT = f"""SELECT 'direct' AS code, {_GRANT}, CAST(NULL AS bigint) AS group_id, CAST(NULL AS bigint) AS set_id
    {_SUBJECT} grants_taskgrant g WHERE {_BOTH} AND g.subject_id = s.id AND g.object_id = a.id AND {_GIVEN}
  UNION ALL SELECT 'asset_group', {_GRANT}, NULL, ag.id {_SUBJECT} {rule.ASSET_GROUPS} CROSS JOIN grants_taskgrant g
    WHERE {_BOTH} AND {rule.IN_ASSET_GROUP} AND g.subject_id = s.id AND g.object_id = ag.id AND {_GIVEN}"""
_BY_GROUP = f"""SELECT 'group', {_GRANT}, gm.group_id, NULL {_SUBJECT} groups_groupmember gm
    CROSS JOIN grants_taskgrant g
    WHERE {_BOTH} AND {rule.IN_GROUP} AND g.subject_id = gm.group_id AND g.object_id = a.id AND {_GIVEN}
  UNION ALL SELECT 'group_and_asset_group', {_GRANT}, gm.group_id, ag.id
    {_SUBJECT} groups_groupmember gm CROSS JOIN {rule.ASSET_GROUPS} CROSS JOIN grants_taskgrant g
    WHERE {_BOTH} AND {rule.IN_GROUP} AND {rule.IN_ASSET_GROUP} AND g.subject_id = gm.group_id AND g.object_id = ag.id
      AND {_GIVEN}
  UNION ALL SELECT 'full_control', {_PLACE}, NULL, '', m.added_by_id, m.added_at, m.until, NULL, NULL
    FROM place m WHERE m.level = 'full'"""
_NAMED = """SELECT w.code, w.portfolio_id, p.name, w.share, w.shared_until, w.grant_id, w.source, w.giver,
    COALESCE(gb.display_name, ''), w.given_at, w.until, w.group_id, COALESCE(pg.name, ''), w.set_id,
    COALESCE(ag.name, '')
  FROM ({ways}) w CROSS JOIN portfolios_portfolio p LEFT JOIN people_person gb ON gb.id = w.giver
    LEFT JOIN groups_persongroup pg ON pg.id = w.group_id LEFT JOIN assets_assetgroup ag ON ag.id = w.set_id
  WHERE p.id = w.portfolio_id ORDER BY w.code, w.portfolio_id, w.grant_id"""
WAYS = {PERSON: f"{_BY_GRANT} UNION ALL {_BY_GROUP}", SYSTEM_USER: _BY_GRANT}


def _why(kind: str) -> Statement:
    words = {"mask": ":mask", "leads": ":leads", "home": "m", "table": TABLES[kind]}
    ways = _NAMED.format(ways=WAYS[kind].format(**words))
    return Statement(f"WITH place AS ({PLACES[kind].format(**words)}) {ways}")


WHY = {kind: _why(kind) for kind in PLACES}


@dataclass(frozen=True, kw_only=True)
class Way:
    """One path of a decision; ids are None and names empty where the path has no such step."""

    code: str
    portfolio: int
    portfolio_name: str
    share: int | None
    shared_until: dt.datetime | None
    grant: int | None
    source: str
    given_by: int | None
    given_by_name: str
    given_at: dt.datetime | None
    until: dt.datetime | None
    group: int | None
    group_name: str
    asset_group: int | None
    asset_group_name: str


def why(asker: Asker, question: Question) -> list[Way]:
    """All paths by which the subject may do the task with the asset; none when she may not."""
    if why_nonsense(question):
        return []
    rows = WHY[question.subject_type].rows(organization=asker.organization, at=asker.at, **question.values())
    return [_way(row) for row in rows]


def _way(row: tuple[Any, ...]) -> Way:
    named = dict(zip(Way.__dataclass_fields__, row, strict=True))
    for name in ("shared_until", "given_at", "until"):
        named[name] = _moment(named[name])
    if named["share"] is None:
        named["shared_until"] = None
    else:
        named["code"] = f"partner_{named['code']}"
    return Way(**named)


def _moment(value: Any) -> dt.datetime | None:
    """A moment as the database gave it: SQLite keeps it as text in UTC."""
    found = dt.datetime.fromisoformat(value) if isinstance(value, str) else value
    return found.replace(tzinfo=dt.UTC) if found is not None and found.tzinfo is None else found
