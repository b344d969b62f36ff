"""The rule of the decision in SQL: when this subject may do this task with this asset, and by which path.

`s` is the person or system user, `a` the asset, `:organization` who asks. `{mask}` stands for the bits of which any one
gives the task, `{leads}` for whether the task reads leads. A path is text: a code and the ids it goes through, joined
by bars. CROSS JOIN keeps SQLite from turning the order around, and a plus before a column from looking it up: each
probe then hits one index that leads to few rows.
"""


def live(row: str) -> str:
    """The row has not expired."""
    return f"({row}.until IS NULL OR {row}.until > :at)"


GIVES = "g.asset_type = a.type AND (g.tasks & {mask}) <> 0 AND (g.starts_at IS NULL OR g.starts_at <= :at) AND " + live(
    "g"
)
IN_GROUP = f"gm.person_id = s.id AND +gm.organization_id = {{home}}.organization_id AND NOT gm.paused AND {live('gm')}"
IN_ASSET_GROUP = "am.asset_id = a.id AND ag.id = am.group_id AND ag.portfolio_id = {home}.portfolio_id"
ASSET_GROUPS = "assets_assetgroupmember am CROSS JOIN assets_assetgroup ag"
OWN = "g.portfolio_id = {home}.portfolio_id AND +g.organization_id = {home}.organization_id"

DIRECT = f"""(SELECT 'direct|' || g.id FROM grants_taskgrant g
  WHERE g.subject_id = s.id AND g.object_id = a.id AND {OWN} AND {GIVES} LIMIT 1)"""
BY_GROUP = f"""(SELECT 'group|' || g.id || '|' || gm.group_id FROM groups_groupmember gm CROSS JOIN grants_taskgrant g
  WHERE {IN_GROUP} AND g.subject_id = gm.group_id AND g.object_id = a.id AND {OWN} AND {GIVES} LIMIT 1)"""
ON_ASSET_GROUP = f"""(SELECT 'asset_group|' || g.id || '|' || ag.id FROM {ASSET_GROUPS} CROSS JOIN grants_taskgrant g
  WHERE {IN_ASSET_GROUP} AND g.subject_id = s.id AND g.object_id = ag.id AND {OWN} AND {GIVES} LIMIT 1)"""
BY_BOTH = f"""(SELECT 'group_and_asset_group|' || g.id || '|' || gm.group_id || '|' || ag.id
  FROM groups_groupmember gm CROSS JOIN {ASSET_GROUPS} CROSS JOIN grants_taskgrant g
  WHERE {IN_GROUP} AND {IN_ASSET_GROUP} AND g.subject_id = gm.group_id AND g.object_id = ag.id
    AND {OWN} AND {GIVES} LIMIT 1)"""

MEETS_TWO_FACTOR_RULE = """(p.two_factor_rule = 'none' OR (p.two_factor_rule = 'admin_required' AND m.level <> 'full')
  OR (s.kind = 'work' AND s.sign_in_method = 'sso' AND p.assume_sso_is_enough)
  OR EXISTS (SELECT 1 FROM credentials_authenticator f WHERE f.person_id = s.id AND f.confirmed_at IS NOT NULL))"""
PLACE = f"m.person_id = s.id AND m.state = 'active' AND {live('m')} AND p.id = m.portfolio_id"
SHARED = f"h.asset_id = a.id AND (h.tasks & {{mask}}) <> 0 AND {live('h')}"
ASKER_OWNS_ONE = "(a.organization_id = :organization OR s.organization_id = :organization)"
ACTIVE = "(SELECT 1 FROM organizations_organization o WHERE o.id = {of}.organization_id AND o.state = 'active')"

_BY_GRANT = f"COALESCE({DIRECT}, {BY_GROUP}, {ON_ASSET_GROUP}, {BY_BOTH})".format(home="m", mask="{mask}")
_BY_PLACE = f"CASE WHEN m.level = 'full' THEN 'full_control' ELSE {_BY_GRANT} END"
_IN_OWNING_PORTFOLIO = f"""(SELECT {_BY_PLACE} || '||' || m.portfolio_id
  FROM portfolios_membership m CROSS JOIN portfolios_portfolio p
  WHERE {PLACE} AND m.portfolio_id = a.portfolio_id AND +m.organization_id = a.organization_id
    AND {ASKER_OWNS_ONE} AND {MEETS_TWO_FACTOR_RULE})"""
_IN_PARTNER_PORTFOLIO = f"""(SELECT path FROM (
  SELECT {_BY_PLACE} || '||' || m.portfolio_id || '|' || h.id AS path
  FROM portfolios_membership m CROSS JOIN partners_partnershare h CROSS JOIN portfolios_portfolio p
  WHERE {PLACE} AND h.partner_id = m.portfolio_id AND {SHARED}
    AND ({ASKER_OWNS_ONE} OR m.organization_id = :organization)
    AND {MEETS_TWO_FACTOR_RULE} AND EXISTS {ACTIVE.format(of="m")}) given WHERE path IS NOT NULL LIMIT 1)"""

READS_LEADS = """(NOT {leads} OR NOT a.leads_restricted
  OR EXISTS (SELECT 1 FROM assets_leadsreader l WHERE l.asset_id = a.id AND l.person_id = s.id))"""
USABLE = f"(s.state = 'active' AND (s.kind = 'personal' OR EXISTS {ACTIVE.format(of='s')}))"
HAS_BUSINESS_MANAGER = f"""(s.kind = 'personal' OR NOT EXISTS (SELECT 1 FROM products_product bm
  WHERE bm.organization_id = s.organization_id AND bm.code = 'business_manager' AND bm.access = 'custom'
    AND NOT EXISTS (SELECT 1 FROM products_productaccess pa WHERE pa.product_id = bm.id AND pa.person_id = s.id)
    AND NOT EXISTS (SELECT 1 FROM groups_groupmember gm CROSS JOIN products_productaccess pa
      WHERE gm.person_id = s.id AND +gm.organization_id = s.organization_id AND NOT gm.paused AND {live("gm")}
        AND pa.product_id = bm.id AND pa.group_id = gm.group_id)))"""
STARTED = "(s.start_date IS NULL OR s.start_date <= :at)"

PERSON_PATH = f"""CASE WHEN {USABLE} AND {STARTED} AND {HAS_BUSINESS_MANAGER} AND {READS_LEADS}
  THEN COALESCE({_IN_OWNING_PORTFOLIO}, {_IN_PARTNER_PORTFOLIO}) END"""

_ITS_GRANTS = f"COALESCE({DIRECT}, {ON_ASSET_GROUP})".format(home="s", mask="{mask}")
SYSTEM_USER_PATH = f"""CASE WHEN s.state = 'active' AND (NOT {{leads}} OR NOT a.leads_restricted)
    AND EXISTS {ACTIVE.format(of="s")} THEN
  CASE WHEN s.portfolio_id = a.portfolio_id
    THEN CASE WHEN {ASKER_OWNS_ONE} THEN {_ITS_GRANTS} || '||' || s.portfolio_id END
    ELSE (SELECT {_ITS_GRANTS} || '||' || s.portfolio_id || '|' || h.id FROM partners_partnershare h
      WHERE h.partner_id = s.portfolio_id AND {SHARED} AND {ASKER_OWNS_ONE}) END END"""

VISIBLE = f"""a.released_at IS NULL AND EXISTS {ACTIVE.format(of="a")}
  AND (a.organization_id = :organization OR EXISTS (SELECT 1 FROM partners_partnershare v
    WHERE v.asset_id = a.id AND +v.partner_organization_id = :organization AND {live("v")}))"""

_HER_PLACE_WITH_IT = f"""(SELECT code FROM (
  SELECT CASE WHEN m.state <> 'active' OR NOT {live("m")} THEN 'place_ended'
      WHEN NOT {MEETS_TWO_FACTOR_RULE} THEN 'second_factor_missing' ELSE 'task_not_given' END AS code,
    m.portfolio_id = a.portfolio_id AS owning, m.id AS id
  FROM portfolios_membership m CROSS JOIN portfolios_portfolio p
  WHERE m.person_id = s.id AND p.id = m.portfolio_id AND +m.organization_id = :organization
    AND (m.portfolio_id = a.portfolio_id OR EXISTS (SELECT 1 FROM partners_partnershare h
      WHERE h.asset_id = a.id AND h.partner_id = m.portfolio_id AND {live("h")}))) place
  ORDER BY owning DESC, id LIMIT 1)"""
_KNOWN = """(s.organization_id = :organization OR EXISTS (SELECT 1 FROM portfolios_membership m
  WHERE m.person_id = s.id AND +m.organization_id = :organization))"""
PERSON_WHY_NOT = f"""CASE WHEN NOT {_KNOWN} THEN NULL WHEN NOT {USABLE} THEN 'person_not_usable'
  WHEN NOT {STARTED} THEN 'not_started' WHEN NOT {HAS_BUSINESS_MANAGER} THEN 'no_product_access'
  WHEN NOT {READS_LEADS} THEN 'leads_access_missing'
  ELSE COALESCE({_HER_PLACE_WITH_IT}, 'not_in_portfolio') END"""
SYSTEM_USER_WHY_NOT = """CASE WHEN s.organization_id = :organization THEN
  CASE WHEN s.state <> 'active' THEN 'system_user_not_usable' ELSE 'task_not_given' END END"""
