"""How deeds about security settings are done: as the settings that were wanted."""

from collections.abc import Mapping
from typing import Any

from keyhouse.domain.organizations import actions
from keyhouse.foundation.permissions import Actor


def change_settings(by: Actor, arguments: Mapping[str, Any]) -> object:
    """Change the security settings that were wanted."""
    return actions.change_security_settings(by=by, wanted=arguments["wanted"])


def change_two_factor(by: Actor, arguments: Mapping[str, Any]) -> object:
    """Change the rules about second factors that were wanted."""
    return actions.change_two_factor_rules(by=by, wanted=arguments["wanted"])
