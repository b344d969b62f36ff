"""The module recovery as a Django app."""

from keyhouse.foundation.modules import Module


class Recovery(Module):
    """How sign-in is renewed: reset links, one-time links, changed passwords, a second factor turned on."""

    name = "keyhouse.domain.recovery"
    label = "recovery"
