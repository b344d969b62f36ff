"""The figures by name: what each counts, and whether its people can be reminded."""

import enum
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Text = str | Promise
SMALL = 5_000  # up to so many people are counted anew each time
DAYS = 90
SHOWN = 20  # domains and departments of a chart
STALE_DAYS = 90
OLD_KEY_DAYS = 180
REMIND_AGAIN_HOURS = 24


class Figure(enum.StrEnum):
    """A group of people that a figure counts."""

    NOT_ACTIVATED = "not-activated"
    NEVER_SIGNED_IN = "never-signed-in"
    INACTIVE_30 = "inactive-30"
    INACTIVE_90 = "inactive-90"
    LOCKED = "locked"
    NO_SECOND_FACTOR = "no-second-factor"
    UNPROVED_DOMAIN = "unproved-domain"
    STALE_ADMINS = "stale-admins"
    NO_PORTFOLIO = "no-portfolio"


@dataclass(frozen=True, kw_only=True)
class Words:
    """What a figure is called, what it means, and the template of its reminder, if it has one."""

    label: Text
    meaning: Text
    reminder: str = ""


FIGURES: dict[Figure, Words] = {
    Figure.NOT_ACTIVATED: Words(
        label=_("Not activated"),
        meaning=_("They were added or invited and have not activated their account."),
        reminder="activate",
    ),
    Figure.NEVER_SIGNED_IN: Words(
        label=_("Provisioned but never signed in"),
        meaning=_("An identity provider sent them, and they have not signed in once."),
        reminder="sign_in",
    ),
    Figure.INACTIVE_30: Words(
        label=_("Inactive for 30 days"),
        meaning=_("Active accounts that were last used more than 30 days ago."),
        reminder="sign_in",
    ),
    Figure.INACTIVE_90: Words(
        label=_("Inactive for 90 days"),
        meaning=_("Active accounts that were last used more than 90 days ago. Ask whether they are still needed."),
        reminder="sign_in",
    ),
    Figure.LOCKED: Words(
        label=_("Locked"), meaning=_("The system stopped these accounts after unusual activity or too many tries.")
    ),
    Figure.NO_SECOND_FACTOR: Words(
        label=_("Without second factor"),
        meaning=_("They sign in with a password alone: whoever learns it is in."),
        reminder="second_factor",
    ),
    Figure.UNPROVED_DOMAIN: Words(
        label=_("On an unproved domain"),
        meaning=_("The domain of their address isn't verified or trusted, or it lapsed."),
    ),
    Figure.STALE_ADMINS: Words(
        label=_("Stale administrators"),
        meaning=_("They hold an admin role and have not used their account for 90 days."),
    ),
    Figure.NO_PORTFOLIO: Words(
        label=_("Without a portfolio"), meaning=_("Active people who work in no business portfolio.")
    ),
}
AT_RISK = (Figure.LOCKED, Figure.NO_SECOND_FACTOR, Figure.UNPROVED_DOMAIN, Figure.STALE_ADMINS)


def title(figure: Figure) -> str:
    """What a reminder is called among long works."""
    return str(_("Reminder: {figure}")).format(figure=FIGURES[figure].label)
