"""What can be done about devices and networks."""

from keyhouse.domain.known_devices.actions.forget_devices import forget_devices
from keyhouse.domain.known_devices.actions.note_sign_in import note_sign_in
from keyhouse.domain.known_devices.actions.remember_device import remember_device

__all__ = ["forget_devices", "note_sign_in", "remember_device"]
