"""The module portfolios as a Django app."""

from keyhouse.foundation.modules import Module


class Portfolios(Module):
    """Portfolios and the people in them."""

    name = "keyhouse.domain.portfolios"
    label = "portfolios"
