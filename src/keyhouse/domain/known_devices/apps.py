"""The module known_devices as a Django app."""

from keyhouse.foundation.modules import Module


class KnownDevices(Module):
    """Browsers and networks from which somebody signed in before, and the browsers that are remembered."""

    name = "keyhouse.domain.known_devices"
    label = "known_devices"
