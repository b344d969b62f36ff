"""What the deactivations of a person ended, in words."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from keyhouse.domain.deprovisioning import queries as deprovisioning
from keyhouse.domain.people.rules import Person

ENDED = {
    "sessions": _("Sessions"),
    "links": _("Links and tokens"),
    "portfolios": _("Portfolios"),
    "roles": _("Admin roles"),
    "groups": _("Groups"),
    "guest_places": _("Places as a guest"),
    "invitations_canceled": _("Invitations canceled"),
}


def receipts_of(person: Person) -> list[dict[str, Any]]:
    """What the deactivations of a person ended, the newest first, in words."""
    return [
        {
            "at": receipt.at,
            "cause": receipt.cause,
            "event_id": receipt.event_id,
            "ended": [(label, _in_words(receipt.ended.get(name))) for name, label in ENDED.items()],
        }
        for receipt in deprovisioning.receipts_of(person.organization_id or 0, person.id)[:3]
    ]


def _in_words(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(str(one) for one in value)
    return str(value) if value else ""
