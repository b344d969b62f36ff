"""The module assets as a Django app."""

from keyhouse.foundation.modules import Module


class Assets(Module):
    """Asset types and their tasks, assets, asset groups."""

    name = "keyhouse.domain.assets"
    label = "assets"
