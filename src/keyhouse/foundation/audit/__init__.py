"""The audit log: one event for every action, which is also the outbox of what must be told to others."""

from keyhouse.foundation.audit.event import Event
from keyhouse.foundation.audit.recording import record

__all__ = ["Event", "record"]
