"""The one way out: requests that this server makes to others, guarded, and questions to the domain name system."""

from keyhouse.foundation.outbound.client import Answer, get, may_be_http, place_of, request
from keyhouse.foundation.outbound.names import txt_records
from keyhouse.foundation.outbound.rules import Unreachable
from keyhouse.foundation.outbound.tls import send_over_tls

__all__ = ["Answer", "Unreachable", "get", "may_be_http", "place_of", "request", "send_over_tls", "txt_records"]
