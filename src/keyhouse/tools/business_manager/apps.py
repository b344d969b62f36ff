"""Business Manager as a Django app."""

from keyhouse.ui.apps import ToolConfig


class BusinessManager(ToolConfig):
    """The tool Business Manager."""

    name = "keyhouse.tools.business_manager"
    label = "business_manager"
