"""What can be done about connections."""

from keyhouse.domain.connections.actions.add_integration import add_integration
from keyhouse.domain.connections.actions.add_provisioning_connection import add_provisioning_connection
from keyhouse.domain.connections.actions.add_sign_on_connection import add_sign_on_connection
from keyhouse.domain.connections.actions.assign_domains import assign_domains
from keyhouse.domain.connections.actions.change_integration import change_integration
from keyhouse.domain.connections.actions.change_provisioning import change_provisioning
from keyhouse.domain.connections.actions.describe_identity_provider import describe_identity_provider
from keyhouse.domain.connections.actions.keep_requests import keep_requests
from keyhouse.domain.connections.actions.note_sign_on_test import note_sign_on_test
from keyhouse.domain.connections.actions.remove_integration import remove_integration
from keyhouse.domain.connections.actions.rotate_app_secret import rotate_app_secret
from keyhouse.domain.connections.actions.switch_off_sign_on import switch_off_sign_on

__all__ = [
    "add_integration",
    "add_provisioning_connection",
    "add_sign_on_connection",
    "assign_domains",
    "change_integration",
    "change_provisioning",
    "describe_identity_provider",
    "keep_requests",
    "note_sign_on_test",
    "remove_integration",
    "rotate_app_secret",
    "switch_off_sign_on",
]
