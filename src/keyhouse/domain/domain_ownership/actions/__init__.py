"""What can be done about who owns a domain."""

from keyhouse.domain.domain_ownership.actions.ask_for_release import ask_for_release
from keyhouse.domain.domain_ownership.actions.ask_to_confirm_trust import ask_to_confirm_trust
from keyhouse.domain.domain_ownership.actions.confirm_trust import confirm_trust
from keyhouse.domain.domain_ownership.actions.keep_domain import keep_domain
from keyhouse.domain.domain_ownership.actions.release_domain import release_domain
from keyhouse.domain.domain_ownership.actions.withdraw_release import withdraw_release

__all__ = [
    "ask_for_release",
    "ask_to_confirm_trust",
    "confirm_trust",
    "keep_domain",
    "release_domain",
    "withdraw_release",
]
