"""The types of assets under Data sources and Brand safety."""

from django.utils.translation import gettext_lazy as _

from keyhouse.domain.assets.rules.tasks import FULL_CONTROL, MANAGE, AssetType, tasks_of

DATA, SAFETY = "data_sources", "brand_safety"

CATALOG = AssetType(
    code="catalog",
    slug="catalogs",
    title=_("Catalogs"),
    one=_("Catalog"),
    icon="rectangle-stack",
    section=DATA,
    by_holders=True,
    tasks=tasks_of(
        (MANAGE, _("Manage catalog")),
        ("ADVERTISE", _("Create ads")),
        ("AA_ANALYZE", _("View insights")),
        ("MANAGE_AR", _("Manage augmented reality")),
    ),
    aliases={"ADMIN": MANAGE, "ADVERTISER": "ADVERTISE"},
)
PIXEL = AssetType(
    code="pixel",
    slug="datasets-and-pixels",
    title=_("Datasets & pixels"),
    one=_("Dataset or pixel"),
    icon="cursor-arrow-rays",
    section=DATA,
    tasks=tasks_of(
        ("EDIT", _("Manage")),
        ("ADVERTISE", _("Use events in ads")),
        ("ANALYZE", _("View")),
        ("UPLOAD", _("Upload events")),
    ),
    implied={"UPLOAD": ("ANALYZE",), "EDIT": ("ANALYZE", "UPLOAD")},
    aliases={"AA_ANALYZE": "ANALYZE"},
)
OFFLINE_EVENT_SET = AssetType(
    code="offline_event_set",
    slug="offline-event-sets",
    title=_("Offline event sets"),
    one=_("Offline event set"),
    icon="inbox-arrow-down",
    section=DATA,
    tasks=tasks_of(
        (MANAGE, _("Manage offline event set")),
        ("VIEW", _("View")),
        ("UPLOAD", _("Upload offline conversions")),
        ("ADVERTISE", _("Use in ads")),
    ),
    implied={"UPLOAD": ("VIEW",)},
    aliases={"AA_ANALYZE": "VIEW"},
)
CUSTOM_CONVERSION = AssetType(
    code="custom_conversion",
    slug="custom-conversions",
    title=_("Custom conversions"),
    one=_("Custom conversion"),
    icon="arrows-right-left",
    section=DATA,
    tasks=tasks_of((MANAGE, _("Manage and share")), ("ANALYZE", _("View")), ("ADVERTISE", _("Use in ads"))),
)
EVENT_SOURCE_GROUP = AssetType(
    code="event_source_group",
    slug="event-source-groups",
    title=_("Event source groups"),
    one=_("Event source group"),
    icon="square-3-stack-3d",
    section=DATA,
    shareable=False,
    tasks=tasks_of((MANAGE, FULL_CONTROL), ("ANALYZE", _("View"))),
)
AUDIENCE = AssetType(
    code="audience",
    slug="audiences",
    title=_("Audiences"),
    one=_("Audience"),
    icon="users",
    section=DATA,
    tasks=tasks_of((MANAGE, _("Manage and share")), ("ADVERTISE", _("Use in ads")), ("ANALYZE", _("View"))),
)
DOMAIN = AssetType(
    code="domain",
    slug="domains",
    title=_("Domains"),
    one=_("Domain"),
    icon="globe-alt",
    section=SAFETY,
    tasks=tasks_of((MANAGE, _("Manage")), ("VIEW", _("View"))),
)
BLOCK_LIST = AssetType(
    code="block_list",
    slug="block-lists",
    title=_("Block lists"),
    one=_("Block list"),
    icon="no-symbol",
    section=SAFETY,
    tasks=tasks_of((MANAGE, FULL_CONTROL), ("ADVERTISE", _("Use"))),
)
