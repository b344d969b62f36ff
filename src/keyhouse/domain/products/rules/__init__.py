"""What a product may be, what the catalog offers, and why somebody may use a product."""

from keyhouse.domain.products.models import BUSINESS_MANAGER, MIGRATION_CENTER, AccessMode, SignOn, Source
from keyhouse.domain.products.rules.access import BUILT_IN, Reason, Why, facts_of_access, from_words
from keyhouse.domain.products.rules.catalog import CATALOG, Offer, offer
from keyhouse.domain.products.rules.details import Details, checked, detail_names, details_of
from keyhouse.domain.products.rules.logos import MOST_BYTES, media_type_of

__all__ = [
    "BUILT_IN",
    "BUSINESS_MANAGER",
    "CATALOG",
    "MIGRATION_CENTER",
    "MOST_BYTES",
    "AccessMode",
    "Details",
    "Offer",
    "Reason",
    "SignOn",
    "Source",
    "Why",
    "checked",
    "detail_names",
    "details_of",
    "facts_of_access",
    "from_words",
    "media_type_of",
    "offer",
]
