"""The front door as a Django app."""

from keyhouse.ui.apps import ToolConfig


class FrontDoor(ToolConfig):
    """The front door."""

    name = "keyhouse.tools.front_door"
    label = "front_door"
