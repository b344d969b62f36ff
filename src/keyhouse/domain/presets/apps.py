"""The module presets as a Django app."""

from keyhouse.foundation.modules import Module


class Presets(Module):
    """Named bundles of admin roles, products and places in portfolios, given to people and groups."""

    name = "keyhouse.domain.presets"
    label = "presets"
