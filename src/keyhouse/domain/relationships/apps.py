"""The module relationships as a Django app."""

from keyhouse.foundation.modules import Module


class Relationships(Module):
    """External relationships: people of one organization act in another."""

    name = "keyhouse.domain.relationships"
    label = "relationships"
