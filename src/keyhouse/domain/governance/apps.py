"""The module governance as a Django app."""

from keyhouse.foundation.modules import Module


class Governance(Module):
    """Deeds that wait for a second administrator: asked, approved, declined, expired, done."""

    name = "keyhouse.domain.governance"
    label = "governance"
