"""What can have happened with devices and networks."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.audit import Event


@dataclass(frozen=True, kw_only=True)
class NewDeviceSeen(Event):
    """Somebody signed in with a browser that she had not used before."""

    tag = "sign_in.device.seen"
    title = _("New device")
    sentence = _("{email} signed in with a new device ({device}).")
    personal = frozenset({"email", "device"})
    outgoing = True
    email: str
    device: str
    administrator: bool


@dataclass(frozen=True, kw_only=True)
class NewNetworkSeen(Event):
    """Somebody signed in from a network that she had not used before."""

    tag = "sign_in.network.seen"
    title = _("New network")
    sentence = _("{email} signed in from a new network ({network}).")
    personal = frozenset({"email", "network"})
    outgoing = True
    email: str
    network: str
    administrator: bool


@dataclass(frozen=True, kw_only=True)
class DeviceRemembered(Event):
    """A browser was remembered, so that it isn't asked for a code for some days."""

    tag = "sign_in.device.remembered"
    title = _("Device remembered")
    sentence = _("{email} is not asked for a code on {device} until {until}.")
    personal = frozenset({"email", "device"})
    email: str
    device: str
    until: str


@dataclass(frozen=True, kw_only=True)
class DevicesForgotten(Event):
    """The browsers that were remembered are asked for a code again."""

    tag = "sign_in.devices.forgotten"
    title = _("Devices forgotten")
    sentence = _("{email} is asked for a code on every device again ({count}).")
    personal = frozenset({"email"})
    email: str
    count: int
