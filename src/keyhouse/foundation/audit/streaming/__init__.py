"""Carrying lines of the log to where a stream leads: a webhook over https, syslog over TLS, or a file here."""

from keyhouse.foundation.audit.streaming.carrying import Destination, Kind, carry, check

__all__ = ["Destination", "Kind", "carry", "check"]
