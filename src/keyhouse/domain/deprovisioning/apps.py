"""The module deprovisioning as a Django app."""

from keyhouse.foundation.modules import Module


class Deprovisioning(Module):
    """Leaving and coming back, and the receipts of leaving."""

    name = "keyhouse.domain.deprovisioning"
    label = "deprovisioning"
