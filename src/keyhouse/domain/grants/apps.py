"""The module grants as a Django app."""

from keyhouse.foundation.modules import Module


class Grants(Module):
    """Who may do which task with which asset, why, and until when; promised grants; decisions."""

    name = "keyhouse.domain.grants"
    label = "grants"
