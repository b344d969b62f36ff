"""Admin Center as a Django app."""

from keyhouse.ui.apps import ToolConfig


class AdminCenter(ToolConfig):
    """The tool Admin Center."""

    name = "keyhouse.tools.admin_center"
    label = "admin_center"
