"""The module products as a Django app."""

from keyhouse.foundation.modules import Module


class Products(Module):
    """The tools that work accounts may use, and who may use each."""

    name = "keyhouse.domain.products"
    label = "products"
