"""The module partners as a Django app."""

from keyhouse.foundation.modules import Module


class Partners(Module):
    """Partnerships and shares between portfolios."""

    name = "keyhouse.domain.partners"
    label = "partners"
