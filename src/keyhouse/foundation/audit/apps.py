"""The audit log as a Django app."""

from keyhouse.foundation.modules import Module


class Audit(Module):
    """The audit log."""

    name = "keyhouse.foundation.audit"
    label = "audit"
