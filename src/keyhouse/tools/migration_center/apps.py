"""Migration Center as a Django app."""

from keyhouse.ui.apps import ToolConfig


class MigrationCenter(ToolConfig):
    """The tool Migration Center."""

    name = "keyhouse.tools.migration_center"
    label = "migration_center"
