"""The module directory as a Django app."""

from keyhouse.foundation.modules import Module


class Directory(Module):
    """Looking for people, with the filters and columns that administrators keep."""

    name = "keyhouse.domain.directory"
    label = "directory"
