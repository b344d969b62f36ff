"""The look as a Django application, and the kind of application that a tool is."""

from importlib import import_module

from django.apps import AppConfig

from keyhouse.ui.tools import Tool


class UiConfig(AppConfig):
    """Templates, styles and scripts that every tool shares."""

    default = True
    name = "keyhouse.ui"
    label = "ui"


class ToolConfig(AppConfig):
    """A tool: its `menu.py` holds `TOOL`, which the frame of every page reads."""

    default = False  # Django takes the one configuration of an apps.py whose default is true: the subclass there
    tool: Tool

    def __init_subclass__(cls, **kwargs: object) -> None:
        super().__init_subclass__(**kwargs)
        cls.default = True

    def ready(self) -> None:
        """Read the menu once, when all applications are loaded."""
        self.tool = import_module(f"{self.name}.menu").TOOL
