"""The module invitations as a Django app."""

from keyhouse.foundation.modules import Module


class Invitations(Module):
    """Offers of a place in a portfolio."""

    name = "keyhouse.domain.invitations"
    label = "invitations"
