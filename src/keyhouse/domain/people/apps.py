"""The module people as a Django app."""

from keyhouse.foundation.modules import Module


class People(Module):
    """Persons: invited, active, deactivated."""

    name = "keyhouse.domain.people"
    label = "people"
