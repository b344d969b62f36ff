"""The replays, as an application of Django."""

from keyhouse.foundation.modules import Module


class Replays(Module):
    """The table of kept answers."""

    name = "keyhouse.foundation.replays"
    label = "replays"
