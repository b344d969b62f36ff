"""The long work, as an application of Django."""

from keyhouse.foundation.modules import Module


class LongWork(Module):
    """The tables of long work and of its rows."""

    name = "keyhouse.foundation.long_work"
    label = "long_work"
