"""The module migration as a Django app."""

from keyhouse.foundation.modules import Module


class Migration(Module):
    """Who has moved to a work account, who has not, and why."""

    name = "keyhouse.domain.migration"
    label = "migration"
