"""All that can be asked about lists of people, one file per subject."""

from keyhouse.domain.directory.queries.keeping import own_columns, own_facts, own_filters, saved_filter
from keyhouse.domain.directory.queries.listing import FEW, SORTS, Found, matching, number_of, page
from keyhouse.domain.directory.queries.options import departments, domains, group_names, role_names
from keyhouse.domain.directory.rules import Filter

__all__ = [
    "FEW",
    "SORTS",
    "Filter",
    "Found",
    "departments",
    "domains",
    "group_names",
    "matching",
    "number_of",
    "own_columns",
    "own_facts",
    "own_filters",
    "page",
    "role_names",
    "saved_filter",
]
