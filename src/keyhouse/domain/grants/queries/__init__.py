"""Questions about grants: what somebody holds, what she may give, who holds tasks on an asset."""

from keyhouse.domain.grants.queries.giving import all_of, asset_in, facts_for_asset, giving
from keyhouse.domain.grants.queries.holders import Holder, direct_on, from_preset, holders, names_of
from keyhouse.domain.grants.queries.summary import (
    asset_counts,
    held_by,
    people_counts,
    promised,
    promised_counts,
    reachable,
    summary,
)

__all__ = [
    "Holder",
    "all_of",
    "asset_counts",
    "asset_in",
    "direct_on",
    "facts_for_asset",
    "from_preset",
    "giving",
    "held_by",
    "holders",
    "names_of",
    "people_counts",
    "promised",
    "promised_counts",
    "reachable",
    "summary",
]
