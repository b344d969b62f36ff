"""The changes of many people, as an application of Django."""

from keyhouse.foundation.modules import Module


class BulkChanges(Module):
    """What is done to many people at once."""

    name = "keyhouse.domain.bulk_changes"
    label = "bulk_changes"
