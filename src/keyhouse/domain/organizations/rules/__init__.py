"""Rules about organizations, one file per subject."""

from keyhouse.domain.organizations.models import Approvals, FactorMethod, TwoFactorWho
from keyhouse.domain.organizations.rules.approvals import Change, Deed, needs_second_admin
from keyhouse.domain.organizations.rules.networks import is_inside, network_of, read_networks
from keyhouse.domain.organizations.rules.security import (
    RANGES,
    SECURITY,
    SWITCHES,
    TWO_FACTOR,
    SettingChange,
    changed,
    ends_two_factor,
    label_of,
    weakens_approvals,
    why_not,
)
from keyhouse.domain.organizations.rules.set_up import last_moment_of_set_up, tidy

__all__ = [
    "RANGES",
    "SECURITY",
    "SWITCHES",
    "TWO_FACTOR",
    "Approvals",
    "Change",
    "Deed",
    "FactorMethod",
    "SettingChange",
    "TwoFactorWho",
    "changed",
    "ends_two_factor",
    "is_inside",
    "label_of",
    "last_moment_of_set_up",
    "needs_second_admin",
    "network_of",
    "read_networks",
    "tidy",
    "weakens_approvals",
    "why_not",
]
