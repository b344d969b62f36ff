"""How the deeds about single sign-on are done after an approval."""

from collections.abc import Mapping
from typing import Any

from keyhouse.domain.connections import actions, queries
from keyhouse.domain.connections.rules import IdentityProvider
from keyhouse.domain.governance.rules.arguments import identifier, several, text
from keyhouse.domain.lifecycle import actions as lifecycle
from keyhouse.foundation.permissions import Actor

Arguments = Mapping[str, Any]
TEXTS = ("issuer", "sign_on_url", "sign_on_binding", "logout_url", "metadata_url")


def activate(by: Actor, arguments: Arguments) -> object:
    """Switch a connection on."""
    found = queries.sign_on_connection(by, identifier(arguments, "connection"))
    return lifecycle.activate_single_sign_on(by=by, connection=found)


def change(by: Actor, arguments: Arguments) -> object:
    """Keep other addresses or certificates of an identity provider."""
    found = queries.sign_on_connection(by, identifier(arguments, "connection"))
    given = {name: text(arguments, name) for name in TEXTS}
    provider = IdentityProvider(**given, certificates=tuple(several(arguments, "certificates")))
    return actions.describe_identity_provider(by=by, connection=found, provider=provider)


def turn_off(by: Actor, arguments: Arguments) -> object:
    """Switch a connection off."""
    found = queries.sign_on_connection(by, identifier(arguments, "connection"))
    return actions.switch_off_sign_on(by=by, connection=found)
