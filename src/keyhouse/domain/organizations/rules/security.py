"""The settings about sign-ins, sessions and second factors: their names for people, their ranges, what changed."""

import enum
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from keyhouse.domain.organizations.errors import NotAChoice, OutOfRange
from keyhouse.domain.organizations.models import Approvals, FactorMethod, SecuritySettings, TwoFactorWho
from keyhouse.domain.organizations.rules.approvals import Change
from keyhouse.foundation.errors import BrokenRule, Text


@dataclass(frozen=True, kw_only=True)
class Range:
    """The least and the greatest value of a setting, its name, and whether it may be off."""

    label: Text
    low: int
    high: int
    may_be_off: bool = False


RANGES: dict[str, Range] = {
    "password_length": Range(label=_("Minimum password length"), low=8, high=64),
    "wrong_tries": Range(label=_("Wrong tries before temporary stop"), low=5, high=20),
    "session_hours": Range(label=_("Session length in hours"), low=1, high=720),
    "admin_idle_minutes": Range(label=_("Idle time-out of administrators in minutes"), low=5, high=1440),
    "idle_minutes": Range(label=_("Idle time-out of others in minutes"), low=5, high=1440, may_be_off=True),
    "reauthentication_minutes": Range(label=_("Re-authentication for dangerous actions in minutes"), low=1, high=60),
    "log_retention_months": Range(label=_("Log retention in months"), low=3, high=120),
    "two_factor_grace_days": Range(label=_("Days of grace for new people"), low=0, high=30),
    "remember_device_days": Range(label=_("Remember this device for days"), low=0, high=30),
}
SWITCHES: dict[str, Text] = {
    "long_passwords": _("Also 14 or more characters of any kind"),
    "tell_new_device": _("New device: mail to the person"),
    "tell_new_network": _("New network: mail to the person"),
    "alert_admin_device": _("Admin role used from a new device: security alert"),
    "approve_every_role_change": _("Approve every change of admin roles"),
    "two_factor_required": _("Require two-factor authentication"),
}
OTHERS: dict[str, Text] = {
    "approvals": _("Approvals"),
    "admin_networks": _("Allowed networks for Admin Center"),
    "two_factor_who": _("Required of"),
    "two_factor_methods": _("Methods allowed"),
}
CHOICES: dict[str, type[enum.StrEnum]] = {"approvals": Approvals, "two_factor_who": TwoFactorWho}
WORDS: dict[str, Text] = {
    Approvals.OFF: _("Off"),
    Approvals.SENSITIVE: _("Sensitive only"),
    Approvals.ALL_DANGEROUS: _("All dangerous actions"),
    TwoFactorWho.EVERYONE: _("Everyone"),
    TwoFactorWho.ADMINISTRATORS: _("Administrators"),
    FactorMethod.AUTHENTICATOR: _("authenticator app"),
    FactorMethod.EMAIL_CODE: _("email code"),
}
TWO_FACTOR = (
    "two_factor_required", "two_factor_who", "two_factor_grace_days", "two_factor_methods", "remember_device_days",
)  # fmt: skip
SECURITY = tuple(name for name in [*RANGES, *SWITCHES, *OTHERS] if name not in TWO_FACTOR)


@dataclass(frozen=True, kw_only=True)
class SettingChange:
    """One setting that changes, with its values before and after."""

    name: str
    before: Any
    after: Any

    @property
    def sentence(self) -> str:
        """The change in words, such as "Session length in hours: 12 → 8"."""
        return f"{label_of(self.name)}: {in_words(self.before)} → {in_words(self.after)}"

    @property
    def line(self) -> Change:
        """The change as a line of what a second administrator approves."""
        return Change(label_of(self.name), in_words(self.before), in_words(self.after))


def ends_two_factor(settings: SecuritySettings, changes: Iterable[SettingChange]) -> bool:
    """Whether a second factor was required of everyone and no longer would be."""
    after = {one.name: one.after for one in changes}
    required = after.get("two_factor_required", settings.two_factor_required)
    who = after.get("two_factor_who", settings.two_factor_who)
    return settings.asks_everyone and not (required and who == TwoFactorWho.EVERYONE)


def weakens_approvals(changes: Iterable[SettingChange]) -> bool:
    """Whether fewer deeds would wait for a second administrator."""
    strict = [Approvals.OFF.value, Approvals.SENSITIVE.value, Approvals.ALL_DANGEROUS.value]
    for one in changes:
        if one.name == "approve_every_role_change" and one.before and not one.after:
            return True
        if one.name == "approvals" and strict.index(one.after) < strict.index(one.before):
            return True
    return False


def label_of(name: str) -> str:
    """What people call a setting."""
    named = RANGES[name].label if name in RANGES else SWITCHES.get(name) or OTHERS[name]
    return str(named)


def in_words(value: Any) -> str:
    """A value as people read it."""
    if isinstance(value, list):
        return ", ".join(in_words(one) for one in value) or str(_("any"))
    if value is None or isinstance(value, bool):
        return str(_("on") if value else _("off"))
    return str(WORDS.get(value, value))


def changed(settings: SecuritySettings, wanted: Mapping[str, Any], names: Iterable[str]) -> list[SettingChange]:
    """What of these settings would change; others are left out."""
    pairs = [
        SettingChange(name=one, before=getattr(settings, one), after=wanted[one]) for one in names if one in wanted
    ]
    return [one for one in pairs if one.before != one.after]


def why_not(changes: Iterable[SettingChange]) -> BrokenRule | None:
    """The first value that is none of its choices or out of its range, or None."""
    for one in changes:
        if one.name in CHOICES and one.after not in {choice.value for choice in CHOICES[one.name]}:
            return NotAChoice(setting=one.name, value=str(one.after)[:40])
        allowed = RANGES.get(one.name)
        if allowed is None or (one.after is None and allowed.may_be_off):
            continue
        if not isinstance(one.after, int) or not allowed.low <= one.after <= allowed.high:
            return OutOfRange(setting=one.name, low=allowed.low, high=allowed.high)
    return None
