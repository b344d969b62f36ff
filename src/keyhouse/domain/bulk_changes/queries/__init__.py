"""All that can be asked about changes of many people, one file per subject."""

from keyhouse.domain.bulk_changes.queries.chosen import (
    Seen,
    chosen,
    details_of,
    few_rows,
    needs_fresh_sign_in,
    number_of,
    rows_after,
)
from keyhouse.domain.bulk_changes.queries.preview import preview
from keyhouse.domain.bulk_changes.queries.undo import deed_of, opposite_of, why_not_undone

__all__ = [
    "Seen",
    "chosen",
    "deed_of",
    "details_of",
    "few_rows",
    "needs_fresh_sign_in",
    "number_of",
    "opposite_of",
    "preview",
    "rows_after",
    "why_not_undone",
]
