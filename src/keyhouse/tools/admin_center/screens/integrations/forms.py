"""What is typed about an integration."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from keyhouse import ui
from keyhouse.domain.connections.rules import integrations as rules


class Details(ui.Form):
    """What an integration is called and for."""

    name = ui.TextField(label=_("Name"), max_length=100)
    description = ui.TextField(label=_("Description"), max_length=500, required=False)


class Networks(ui.Form):
    """From where an integration calls."""

    networks = ui.TextAreaField(
        label=_("Allowed IP list"),
        required=False,
        max_length=5000,
        help_text=_("Networks like 203.0.113.0/24, one a line. Empty means that its tokens open from anywhere."),
    )


class Edited(Details, Networks):
    """All that is typed about an integration."""


class Allowed(ui.Form):
    """What the tokens of an integration may hold."""

    permissions = ui.ManyField(label=_("Permissions"))

    def __init__(self, *args: Any, known: list[tuple[str, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("permissions", known)


class NewToken(ui.Form):
    """What a token is called and how long it lives."""

    name = ui.TextField(label=_("Name"), max_length=100, help_text=_("So that you know later where it is used."))
    expires = ui.ChoiceField(
        label=_("Expires"),
        initial="90",
        choices=[
            ("30", _("In 30 days")),
            ("90", _("In 90 days")),
            ("365", _("In 365 days")),
            ("never", _("Never")),
        ],
    )


def choices(request: ui.Request, *, reads_logs_only: bool) -> list[tuple[str, Any]]:
    """What may be given here, in words."""
    known = rules.grantable(request.actor, reads_logs_only=reads_logs_only)
    return [(one.value, str(one.sentence)[:1].upper() + str(one.sentence)[1:]) for one in known]
