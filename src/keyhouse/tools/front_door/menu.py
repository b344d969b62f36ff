"""The left navigation of My account."""

from django.utils.translation import gettext_lazy as _

from keyhouse import ui

TOOL = ui.Tool(
    key="front_door",
    label=_("My account"),
    home="",
    menu=[
        ui.Entry(section="", label=_("Profile"), url_name="front_door:account", icon="user-circle"),
        ui.Entry(section="", label=_("Sign-in"), url_name="front_door:methods", icon="key", prefix="front_door:method"),
        ui.Entry(section="", label=_("Sessions"), url_name="front_door:sessions", icon="computer-desktop"),
        ui.Entry(
            section="",
            label=_("API tokens"),
            url_name="front_door:tokens",
            icon="command-line",
            prefix="front_door:token",
        ),
    ],
)
