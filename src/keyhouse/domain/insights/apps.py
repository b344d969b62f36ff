"""Insights, as an application of Django."""

from keyhouse.foundation.modules import Module


class Insights(Module):
    """The table of figures that were counted ahead."""

    name = "keyhouse.domain.insights"
    label = "insights"
