"""The types of assets and their tasks: the one table that decisions, screens and wire formats read."""

from django.utils.translation import gettext_lazy as _

from keyhouse.domain.assets.rules.tasks import AssetType, Task, Text

ACCOUNTS, DATA, SAFETY = "accounts", "data_sources", "brand_safety"
MANAGE = "MANAGE"
FULL_CONTROL = _("Full control")

Label = tuple[str, Text]


def _tasks(full: Label, *partial: Label, stored: tuple[str, ...] = ()) -> tuple[Task, ...]:
    """Tasks with their bits, in this order; the order of a released type never changes, new ones go to the end."""
    shown = [Task(name=name, label=label, bit=1 << place) for place, (name, label) in enumerate((full, *partial))]
    hidden = [Task(name=name, label=name, bit=1 << (len(shown) + place), stored_only=True)
              for place, name in enumerate(stored)]
    return (*shown, *hidden)


_PAGE_NAMES = {
    "MODERATE_COMMUNITY": "MODERATE", "PAGES_MESSAGING": "MESSAGING", "PAGES_MESSAGING_SUBSCRIPTIONS": "MESSAGING",
    "READ_PAGE_MAILBOXES": "MESSAGING", "FULL_CONTROL": MANAGE, "FACEBOOK_ACCESS": MANAGE,
    "REVENUE": "VIEW_MONETIZATION_INSIGHTS", "MODERATE_DELEGATE_COMMUNITY": "MODERATE",
    "CREATIVE_MANAGEMENT": "CREATE_CONTENT", "CREATOR_MANAGEMENT": "CREATE_CONTENT",
}
_PAGE_TASKS = _tasks(
    (MANAGE, FULL_CONTROL), ("CREATE_CONTENT", _("Content")), ("MODERATE", _("Community activity")),
    ("MESSAGING", _("Messages and calls")), ("ADVERTISE", _("Ads")), ("ANALYZE", _("Insights")),
    ("VIEW_MONETIZATION_INSIGHTS", _("Revenue")), ("MANAGE_LEADS", _("Leads")),
    stored=("GLOBAL_STRUCTURE_MANAGEMENT", "CASHIER_ROLE", "MANAGE_JOBS"),
)
_PROFILE_PLUS = {
    **{f"PROFILE_PLUS_{one.name}": one.name for one in _PAGE_TASKS},
    **{f"PROFILE_PLUS_{name}": task for name, task in _PAGE_NAMES.items()},
}

PAGE = AssetType(
    code="page", slug="pages", title=_("Pages"), one=_("Page"), icon="flag", section=ACCOUNTS, by_holders=True,
    tasks=_PAGE_TASKS, implied={"ADVERTISE": ("ANALYZE",)}, aliases={**_PAGE_NAMES, **_PROFILE_PLUS},
)
AD_ACCOUNT = AssetType(
    code="ad_account", slug="ad-accounts", title=_("Ad accounts"), one=_("Ad account"), icon="megaphone",
    section=ACCOUNTS,
    tasks=_tasks((MANAGE, _("Manage ad account")), ("ADVERTISE", _("Manage campaigns")),
                 ("ANALYZE", _("View performance")), ("DRAFT", _("Manage Creative Hub mockups"))),
    implied={"ADVERTISE": ("ANALYZE",)}, aliases={"AA_ANALYZE": "ANALYZE"},
)
APP = AssetType(
    code="app", slug="apps", title=_("Apps"), one=_("App"), icon="puzzle-piece", section=ACCOUNTS,
    tasks=_tasks((MANAGE, FULL_CONTROL), ("DEVELOP", _("Develop")), ("ANALYZE", _("View insights")),
                 ("TEST", _("Test")), ("ADVERTISE", _("Use in ads"))),
)
INSTAGRAM_ACCOUNT = AssetType(
    code="instagram_account", slug="instagram-accounts", title=_("Instagram accounts"), one=_("Instagram account"),
    icon="camera", section=ACCOUNTS, by_holders=True,
    tasks=_tasks((MANAGE, FULL_CONTROL), ("CONTENT", _("Content")), ("MESSAGES", _("Messages")),
                 ("COMMUNITY_ACTIVITY", _("Community activity")), ("ADVERTISE", _("Ads")), ("ANALYZE", _("Insights"))),
)
LINE_OF_BUSINESS = AssetType(
    code="line_of_business", slug="line-of-business", title=_("Line of business"), one=_("Line of business"),
    icon="briefcase", section=ACCOUNTS, shareable=False,
    tasks=_tasks((MANAGE, _("Admin")), ("ANALYZE", _("View aggregated insights"))),
)
WHATSAPP_ACCOUNT = AssetType(
    code="whatsapp_account", slug="whatsapp-accounts", title=_("WhatsApp accounts"), one=_("WhatsApp account"),
    icon="chat-bubble-left-right", section=ACCOUNTS, by_holders=True,
    tasks=_tasks((MANAGE, FULL_CONTROL), ("MESSAGING", _("Message")), ("VIEW_PHONE_ASSETS", _("View phone numbers")),
                 ("MANAGE_PHONE", _("Manage phone numbers")), ("VIEW_TEMPLATES", _("View templates")),
                 ("MANAGE_TEMPLATES", _("Manage templates")), ("VIEW_COST", _("View cost")), ("DEVELOP", _("Develop")),
                 ("MANAGE_EXTENSIONS", _("Manage extensions"))),
    implied={"MANAGE_TEMPLATES": ("VIEW_TEMPLATES",), "MANAGE_PHONE": ("VIEW_PHONE_ASSETS",)},
    aliases={"MANAGE_PHONE_ASSETS": "MANAGE_PHONE"},
)
COMMERCE_ACCOUNT = AssetType(
    code="commerce_account", slug="commerce-accounts", title=_("Commerce accounts"), one=_("Commerce account"),
    icon="shopping-bag", section=ACCOUNTS, by_holders=True,
    tasks=_tasks((MANAGE, FULL_CONTROL), ("ANALYZE", _("View")), ("MANAGE_ORDERS", _("Orders and returns")),
                 ("MANAGE_SHOP", _("Catalog and shop"))),
)
CATALOG = AssetType(
    code="catalog", slug="catalogs", title=_("Catalogs"), one=_("Catalog"), icon="rectangle-stack", section=DATA,
    by_holders=True,
    tasks=_tasks((MANAGE, _("Manage catalog")), ("ADVERTISE", _("Create ads")), ("AA_ANALYZE", _("View insights")),
                 ("MANAGE_AR", _("Manage augmented reality"))),
    aliases={"ADMIN": MANAGE, "ADVERTISER": "ADVERTISE"},
)
PIXEL = AssetType(
    code="pixel", slug="datasets-and-pixels", title=_("Datasets & pixels"), one=_("Dataset or pixel"),
    icon="cursor-arrow-rays", section=DATA,
    tasks=_tasks(("EDIT", _("Manage")), ("ADVERTISE", _("Use events in ads")), ("ANALYZE", _("View")),
                 ("UPLOAD", _("Upload events"))),
    implied={"UPLOAD": ("ANALYZE",), "EDIT": ("ANALYZE", "UPLOAD")}, aliases={"AA_ANALYZE": "ANALYZE"},
)
OFFLINE_EVENT_SET = AssetType(
    code="offline_event_set", slug="offline-event-sets", title=_("Offline event sets"), one=_("Offline event set"),
    icon="inbox-arrow-down", section=DATA,
    tasks=_tasks((MANAGE, _("Manage offline event set")), ("VIEW", _("View")),
                 ("UPLOAD", _("Upload offline conversions")), ("ADVERTISE", _("Use in ads"))),
    implied={"UPLOAD": ("VIEW",)}, aliases={"AA_ANALYZE": "VIEW"},
)
CUSTOM_CONVERSION = AssetType(
    code="custom_conversion", slug="custom-conversions", title=_("Custom conversions"), one=_("Custom conversion"),
    icon="arrows-right-left", section=DATA,
    tasks=_tasks((MANAGE, _("Manage and share")), ("ANALYZE", _("View")), ("ADVERTISE", _("Use in ads"))),
)
EVENT_SOURCE_GROUP = AssetType(
    code="event_source_group", slug="event-source-groups", title=_("Event source groups"), one=_("Event source group"),
    icon="square-3-stack-3d", section=DATA, shareable=False,
    tasks=_tasks((MANAGE, FULL_CONTROL), ("ANALYZE", _("View"))),
)
AUDIENCE = AssetType(
    code="audience", slug="audiences", title=_("Audiences"), one=_("Audience"), icon="users", section=DATA,
    tasks=_tasks((MANAGE, _("Manage and share")), ("ADVERTISE", _("Use in ads")), ("ANALYZE", _("View"))),
)
DOMAIN = AssetType(
    code="domain", slug="domains", title=_("Domains"), one=_("Domain"), icon="globe-alt", section=SAFETY,
    tasks=_tasks((MANAGE, _("Manage")), ("VIEW", _("View"))),
)
BLOCK_LIST = AssetType(
    code="block_list", slug="block-lists", title=_("Block lists"), one=_("Block list"), icon="no-symbol",
    section=SAFETY, tasks=_tasks((MANAGE, FULL_CONTROL), ("ADVERTISE", _("Use"))),
)

TYPES: dict[str, AssetType] = {one.code: one for one in (
    PAGE, AD_ACCOUNT, APP, INSTAGRAM_ACCOUNT, LINE_OF_BUSINESS, WHATSAPP_ACCOUNT, COMMERCE_ACCOUNT, CATALOG, PIXEL,
    OFFLINE_EVENT_SET, CUSTOM_CONVERSION, EVENT_SOURCE_GROUP, AUDIENCE, DOMAIN, BLOCK_LIST,
)}
BY_SLUG: dict[str, AssetType] = {one.slug: one for one in TYPES.values()}
