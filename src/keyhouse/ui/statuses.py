"""The words for states: same word, same color and same icon in every tool."""

from dataclasses import dataclass
from enum import Enum
from typing import Any

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Chip:
    """How a state is shown."""

    label: Any
    tone: str
    icon: str = ""


CHIPS: dict[str, Chip] = {
    "active": Chip(_("Active"), "success"),
    "inactive": Chip(_("Inactive"), "muted"),
    "invited": Chip(_("Invited"), "muted"),
    "added": Chip(_("Not invited"), "muted"),
    "not_invited": Chip(_("Not invited"), "muted"),
    "held": Chip(_("Held"), "attention", "pause-circle"),
    "waiting_for_approval": Chip(_("Waiting for approval"), "attention", "clock"),
    "trust_pending": Chip(_("Waiting for approval"), "attention", "clock"),
    "activated": Chip(_("Activated"), "info", "check"),
    "migrated": Chip(_("Migrated"), "success", "check-circle"),
    "excluded": Chip(_("Excluded"), "muted", "minus-circle"),
    "to_do": Chip(_("To do"), "muted"),
    "problem": Chip(_("Problem"), "danger", "exclamation-triangle"),
    "in_transition": Chip(_("In transition"), "attention", "arrows-right-left"),
    "overdue_soon": Chip(_("Overdue soon"), "attention", "clock"),
    "locked": Chip(_("Locked"), "danger", "lock-closed"),
    "suspended": Chip(_("Suspended"), "danger", "no-symbol"),
    "overdue": Chip(_("Overdue"), "danger", "exclamation-circle"),
    "needs_attention": Chip(_("Needs attention"), "danger", "exclamation-triangle"),
    "deactivated": Chip(_("Deactivated"), "muted", "minus-circle"),
    "verified": Chip(_("Verified"), "success", "check-circle"),
    "claimed": Chip(_("Not verified"), "muted"),
    "trusted": Chip(_("Trusted"), "info", "check-badge"),
    "warning": Chip(_("Check failing"), "attention", "exclamation-triangle"),
    "lapsed": Chip(_("Lapsed"), "danger", "x-circle"),
    "draft": Chip(_("Draft"), "muted", "pencil"),
    "tested": Chip(_("Tested"), "info", "beaker"),
    "trial": Chip(_("Trial"), "attention", "clock"),
    "disabled": Chip(_("Disabled"), "muted", "minus-circle"),
    "paused": Chip(_("Paused"), "attention", "pause-circle"),
    "expired": Chip(_("Expired"), "danger", "clock"),
    "expires_soon": Chip(_("Expires soon"), "attention", "clock"),
    "revoked": Chip(_("Revoked"), "muted", "minus-circle"),
    "declined": Chip(_("Declined"), "muted", "x-circle"),
    "canceled": Chip(_("Canceled"), "muted", "x-circle"),
    "accepted": Chip(_("Accepted"), "success", "check-circle"),
    "pending": Chip(_("Pending"), "attention", "clock"),
    "not_started": Chip(_("Not started"), "muted"),
    "completed": Chip(_("Completed"), "success", "check-circle"),
    "requested": Chip(_("Waiting for approval"), "attention", "clock"),
    "ended": Chip(_("Ended"), "muted", "minus-circle"),
    "waiting": Chip(_("Waiting"), "muted", "clock"),
    "running": Chip(_("Under way"), "info", "arrow-path"),
    "stopped": Chip(_("Stopped"), "muted", "stop-circle"),
    "skipped": Chip(_("Skipped"), "muted", "minus-circle"),
    "done": Chip(_("Done"), "success", "check-circle"),
    "failing": Chip(_("Failing"), "danger", "exclamation-triangle"),
    "failed": Chip(_("Failed"), "danger", "x-circle"),
    "refused": Chip(_("Refused"), "danger", "x-circle"),
    "passed": Chip(_("Passed"), "success", "check-circle"),
}


def chip_for(state: object) -> Chip:
    """Find the chip of a state by its wire value; an unknown one is shown plainly in its own words."""
    value = str(state.value if isinstance(state, Enum) else state)
    words = getattr(state, "label", "") or value.replace("_", " ").capitalize()
    return CHIPS.get(value.lower()) or Chip(words, "muted")
