"""What can have happened with figures."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.audit import Event


@dataclass(frozen=True, kw_only=True)
class ReminderSent(Event):
    """People behind a figure were reminded."""

    tag = "insight.reminder.sent"
    title = _("Reminder sent")
    sentence = _("{actor} sent a reminder to {count} people: {figure}.")
    figure: str
    count: int


@dataclass(frozen=True, kw_only=True)
class FiguresExported(Event):
    """Figures, or the people behind one, were exported."""

    tag = "insight.figures.exported"
    title = _("Figures exported")
    sentence = _("{actor} exported the figures: {figure}.")
    figure: str
