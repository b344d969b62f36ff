"""The types of assets under Accounts."""

from django.utils.translation import gettext_lazy as _

from keyhouse.domain.assets.rules.tasks import FULL_CONTROL, MANAGE, AssetType, tasks_of

ACCOUNTS = "accounts"

_PAGE_NAMES = {
    "MODERATE_COMMUNITY": "MODERATE",
    "PAGES_MESSAGING": "MESSAGING",
    "PAGES_MESSAGING_SUBSCRIPTIONS": "MESSAGING",
    "READ_PAGE_MAILBOXES": "MESSAGING",
    "FULL_CONTROL": MANAGE,
    "FACEBOOK_ACCESS": MANAGE,
    "REVENUE": "VIEW_MONETIZATION_INSIGHTS",
    "MODERATE_DELEGATE_COMMUNITY": "MODERATE",
    "CREATIVE_MANAGEMENT": "CREATE_CONTENT",
    "CREATOR_MANAGEMENT": "CREATE_CONTENT",
}
_PAGE_TASKS = tasks_of(
    (MANAGE, FULL_CONTROL),
    ("CREATE_CONTENT", _("Content")),
    ("MODERATE", _("Community activity")),
    ("MESSAGING", _("Messages and calls")),
    ("ADVERTISE", _("Ads")),
    ("ANALYZE", _("Insights")),
    ("VIEW_MONETIZATION_INSIGHTS", _("Revenue")),
    ("MANAGE_LEADS", _("Leads")),
    stored=("GLOBAL_STRUCTURE_MANAGEMENT", "CASHIER_ROLE", "MANAGE_JOBS"),
)
_PROFILE_PLUS = {
    **{f"PROFILE_PLUS_{one.name}": one.name for one in _PAGE_TASKS},
    **{f"PROFILE_PLUS_{name}": task for name, task in _PAGE_NAMES.items()},
}

PAGE = AssetType(
    code="page",
    slug="pages",
    title=_("Pages"),
    one=_("Page"),
    icon="flag",
    section=ACCOUNTS,
    by_holders=True,
    tasks=_PAGE_TASKS,
    implied={"ADVERTISE": ("ANALYZE",)},
    aliases={**_PAGE_NAMES, **_PROFILE_PLUS},
)
AD_ACCOUNT = AssetType(
    code="ad_account",
    slug="ad-accounts",
    title=_("Ad accounts"),
    one=_("Ad account"),
    icon="megaphone",
    section=ACCOUNTS,
    tasks=tasks_of(
        (MANAGE, _("Manage ad account")),
        ("ADVERTISE", _("Manage campaigns")),
        ("ANALYZE", _("View performance")),
        ("DRAFT", _("Manage Creative Hub mockups")),
    ),
    implied={"ADVERTISE": ("ANALYZE",)},
    aliases={"AA_ANALYZE": "ANALYZE"},
)
APP = AssetType(
    code="app",
    slug="apps",
    title=_("Apps"),
    one=_("App"),
    icon="puzzle-piece",
    section=ACCOUNTS,
    tasks=tasks_of(
        (MANAGE, FULL_CONTROL),
        ("DEVELOP", _("Develop")),
        ("ANALYZE", _("View insights")),
        ("TEST", _("Test")),
        ("ADVERTISE", _("Use in ads")),
    ),
)
INSTAGRAM_ACCOUNT = AssetType(
    code="instagram_account",
    slug="instagram-accounts",
    title=_("Instagram accounts"),
    one=_("Instagram account"),
    icon="camera",
    section=ACCOUNTS,
    by_holders=True,
    tasks=tasks_of(
        (MANAGE, FULL_CONTROL),
        ("CONTENT", _("Content")),
        ("MESSAGES", _("Messages")),
        ("COMMUNITY_ACTIVITY", _("Community activity")),
        ("ADVERTISE", _("Ads")),
        ("ANALYZE", _("Insights")),
    ),
)
LINE_OF_BUSINESS = AssetType(
    code="line_of_business",
    slug="line-of-business",
    title=_("Line of business"),
    one=_("Line of business"),
    icon="briefcase",
    section=ACCOUNTS,
    shareable=False,
    tasks=tasks_of((MANAGE, _("Admin")), ("ANALYZE", _("View aggregated insights"))),
)
WHATSAPP_ACCOUNT = AssetType(
    code="whatsapp_account",
    slug="whatsapp-accounts",
    title=_("WhatsApp accounts"),
    one=_("WhatsApp account"),
    icon="chat-bubble-left-right",
    section=ACCOUNTS,
    by_holders=True,
    tasks=tasks_of(
        (MANAGE, FULL_CONTROL),
        ("MESSAGING", _("Message")),
        ("VIEW_PHONE_ASSETS", _("View phone numbers")),
        ("MANAGE_PHONE", _("Manage phone numbers")),
        ("VIEW_TEMPLATES", _("View templates")),
        ("MANAGE_TEMPLATES", _("Manage templates")),
        ("VIEW_COST", _("View cost")),
        ("DEVELOP", _("Develop")),
        ("MANAGE_EXTENSIONS", _("Manage extensions")),
    ),
    implied={"MANAGE_TEMPLATES": ("VIEW_TEMPLATES",), "MANAGE_PHONE": ("VIEW_PHONE_ASSETS",)},
    aliases={"MANAGE_PHONE_ASSETS": "MANAGE_PHONE"},
)
COMMERCE_ACCOUNT = AssetType(
    code="commerce_account",
    slug="commerce-accounts",
    title=_("Commerce accounts"),
    one=_("Commerce account"),
    icon="shopping-bag",
    section=ACCOUNTS,
    by_holders=True,
    tasks=tasks_of(
        (MANAGE, FULL_CONTROL),
        ("ANALYZE", _("View")),
        ("MANAGE_ORDERS", _("Orders and returns")),
        ("MANAGE_SHOP", _("Catalog and shop")),
    ),
)
