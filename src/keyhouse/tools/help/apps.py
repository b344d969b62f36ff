"""Help as a Django app."""

from keyhouse.ui.apps import ToolConfig


class Help(ToolConfig):
    """The guide, served by the product."""

    name = "keyhouse.tools.help"
    label = "help"
