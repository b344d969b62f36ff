"""All that can be asked about lists of people, one file per subject."""

from keyhouse.domain.directory.queries.listing import FEW, SORTS, Found, departments, matching, number_of, page
from keyhouse.domain.directory.rules import Filter

__all__ = ["FEW", "SORTS", "Filter", "Found", "departments", "matching", "number_of", "page"]
