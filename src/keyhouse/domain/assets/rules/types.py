"""The types of assets and their tasks: the one table that decisions, screens and wire formats read."""

from keyhouse.domain.assets.rules.accounts import (
    AD_ACCOUNT,
    APP,
    COMMERCE_ACCOUNT,
    INSTAGRAM_ACCOUNT,
    LINE_OF_BUSINESS,
    PAGE,
    WHATSAPP_ACCOUNT,
)
from keyhouse.domain.assets.rules.sources import (
    AUDIENCE,
    BLOCK_LIST,
    CATALOG,
    CUSTOM_CONVERSION,
    DOMAIN,
    EVENT_SOURCE_GROUP,
    OFFLINE_EVENT_SET,
    PIXEL,
)
from keyhouse.domain.assets.rules.tasks import AssetType

TYPES: dict[str, AssetType] = {
    one.code: one
    for one in (
        PAGE,
        AD_ACCOUNT,
        APP,
        INSTAGRAM_ACCOUNT,
        LINE_OF_BUSINESS,
        WHATSAPP_ACCOUNT,
        COMMERCE_ACCOUNT,
        CATALOG,
        PIXEL,
        OFFLINE_EVENT_SET,
        CUSTOM_CONVERSION,
        EVENT_SOURCE_GROUP,
        AUDIENCE,
        DOMAIN,
        BLOCK_LIST,
    )
}
BY_SLUG: dict[str, AssetType] = {one.slug: one for one in TYPES.values()}
