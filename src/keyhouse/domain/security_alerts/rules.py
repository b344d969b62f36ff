"""Kinds of alerts: what they are called, how soon to look, why they are raised, and from which events."""

import enum
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from keyhouse.domain.account_locks.events import LockWithheld
from keyhouse.domain.administration.events import RoleAssigned, RoleAssignedToGroup
from keyhouse.domain.connections.events import DomainsAssigned, SignOnActivated, SignOnChanged, SignOnDeactivated
from keyhouse.domain.credentials.events import SignInStopped
from keyhouse.domain.email_domains.events import DomainFailing, DomainLapsed, DomainLost, DomainWanted
from keyhouse.domain.known_devices.events import NewDeviceSeen, NewNetworkSeen
from keyhouse.domain.organizations.events import TwoFactorRequirementEnded
from keyhouse.domain.people.events import PersonLocked, PersonUnlocked
from keyhouse.domain.security_alerts.models import Severity
from keyhouse.domain.security_logs.events import LogFoundBroken, StreamFailed
from keyhouse.domain.sign_in.events import BreakGlassUsed, TokenUsedElsewhere, TokenUsedFromForeignNetwork
from keyhouse.foundation.audit import Event
from keyhouse.foundation.audit.event import Line
from keyhouse.foundation.errors import Text

SIGNALS_KEPT = 20
__all__ = ["KINDS", "SIGNALS_KEPT", "SOURCES", "About", "AlertKind", "Severity", "Source"]


class AlertKind(enum.StrEnum):
    """What an alert is about."""

    ACCOUNT_LOCKED = "account_locked"
    ACCESS_REGAINED = "access_regained"
    FAILED_SIGN_INS = "failed_sign_ins"
    ADMIN_NEW_NETWORK = "admin_new_network"
    ADMIN_NEW_DEVICE = "admin_new_device"
    SYSTEM_ADMIN_GIVEN = "system_admin_given"
    TWO_FACTOR_ENDED = "two_factor_ended"
    SSO_CHANGED = "sso_changed"
    CERTIFICATE = "certificate"
    DOMAIN = "domain"
    PROVISIONING_ERRORS = "provisioning_errors"
    TOKEN_ELSEWHERE = "token_elsewhere"  # noqa: S105 -- the name of a kind
    LOG_BROKEN = "log_broken"
    LOG_STREAM = "log_stream"
    BREAK_GLASS = "break_glass"
    LAST_ADMIN_REFUSED = "last_admin_refused"


class About(NamedTuple):
    """What people read of a kind: its name, how soon to look, and why it is raised."""

    label: Text
    severity: Severity
    why: Text


KINDS: dict[AlertKind, About] = {
    AlertKind.ACCOUNT_LOCKED: About(
        _("Account locked"), Severity.MEDIUM,
        _("The system stopped the account after tries to sign in that look like somebody else's."),
    ),
    AlertKind.ACCESS_REGAINED: About(
        _("Access regained"), Severity.LOW, _("A locked account was unlocked. Make sure that its owner did it.")
    ),
    AlertKind.FAILED_SIGN_INS: About(
        _("Many failed sign-ins"), Severity.MEDIUM,
        _("So many tries were wrong within an hour that sign-ins were stopped for half an hour."),
    ),
    AlertKind.ADMIN_NEW_NETWORK: About(
        _("Administrator signed in from a new network"), Severity.MEDIUM,
        _("An administrator signed in from a network that wasn't seen with this account in the last 90 days."),
    ),
    AlertKind.ADMIN_NEW_DEVICE: About(
        _("Admin role used from a new device"), Severity.MEDIUM,
        _("An administrator signed in with a browser that wasn't used for this account before."),
    ),
    AlertKind.SYSTEM_ADMIN_GIVEN: About(
        _("System admin given"), Severity.SEVERE, _("Somebody may do everything in this organization from now on.")
    ),
    AlertKind.TWO_FACTOR_ENDED: About(
        _("Two-factor requirement ended"), Severity.SEVERE,
        _("People who sign in with a password may do so without a second factor."),
    ),
    AlertKind.SSO_CHANGED: About(
        _("Single sign-on changed"), Severity.SEVERE,
        _("Where people sign in was changed: who controls that place signs in as anybody who is sent there."),
    ),
    AlertKind.CERTIFICATE: About(
        _("Certificate expires"), Severity.SEVERE,
        _("The identity provider signs with a certificate that has expired or expires soon."),
    ),
    AlertKind.DOMAIN: About(
        _("Domain needs attention"), Severity.SEVERE,
        _("The proof of a domain is missing, has lapsed, or another organization shows one."),
    ),
    AlertKind.PROVISIONING_ERRORS: About(
        _("Provisioning fails"), Severity.MEDIUM,
        _("Half or more of the requests of a provisioning connection were refused within an hour."),
    ),
    AlertKind.TOKEN_ELSEWHERE: About(
        _("Token used from another address"), Severity.LOW,
        _("A token was used from an address from which it wasn't used before."),
    ),
    AlertKind.LOG_BROKEN: About(
        _("Log chain broken"), Severity.SEVERE, _("A sealed line of the security log no longer fits its seal.")
    ),
    AlertKind.LOG_STREAM: About(
        _("Log stream failing"), Severity.MEDIUM,
        _("Lines of the security log don't arrive where a stream leads. They are kept and tried again."),
    ),
    AlertKind.BREAK_GLASS: About(
        _("Break-glass used"), Severity.SEVERE, _("A System admin signed in without single sign-on.")
    ),
    AlertKind.LAST_ADMIN_REFUSED: About(
        _("Last administrator protected"), Severity.MEDIUM,
        _("Something that would have left no System admin, or none with a password, was refused."),
    ),
}  # fmt: skip


def _is_administrators(line: Line) -> bool:
    return bool(line.facts.get("administrator"))


def _is_system_admin(line: Line) -> bool:
    return line.facts.get("role") == SYSTEM_ADMIN_NAME


SYSTEM_ADMIN_NAME = "System admin"


@dataclass(frozen=True)
class Source:
    """An event that raises an alert, where the condition holds."""

    kind: AlertKind
    when: Callable[[Line], bool] = lambda line: True


SOURCES: dict[type[Event], Source] = {
    PersonLocked: Source(AlertKind.ACCOUNT_LOCKED),
    PersonUnlocked: Source(AlertKind.ACCESS_REGAINED),
    SignInStopped: Source(AlertKind.FAILED_SIGN_INS),
    NewNetworkSeen: Source(AlertKind.ADMIN_NEW_NETWORK, _is_administrators),
    NewDeviceSeen: Source(AlertKind.ADMIN_NEW_DEVICE, _is_administrators),
    RoleAssigned: Source(AlertKind.SYSTEM_ADMIN_GIVEN, _is_system_admin),
    RoleAssignedToGroup: Source(AlertKind.SYSTEM_ADMIN_GIVEN, _is_system_admin),
    TwoFactorRequirementEnded: Source(AlertKind.TWO_FACTOR_ENDED),
    SignOnActivated: Source(AlertKind.SSO_CHANGED),
    SignOnDeactivated: Source(AlertKind.SSO_CHANGED),
    SignOnChanged: Source(AlertKind.SSO_CHANGED),
    DomainsAssigned: Source(AlertKind.SSO_CHANGED),
    DomainFailing: Source(AlertKind.DOMAIN),
    DomainLapsed: Source(AlertKind.DOMAIN),
    DomainLost: Source(AlertKind.DOMAIN),
    DomainWanted: Source(AlertKind.DOMAIN),
    TokenUsedElsewhere: Source(AlertKind.TOKEN_ELSEWHERE),
    TokenUsedFromForeignNetwork: Source(AlertKind.TOKEN_ELSEWHERE),
    BreakGlassUsed: Source(AlertKind.BREAK_GLASS),
    LogFoundBroken: Source(AlertKind.LOG_BROKEN),
    StreamFailed: Source(AlertKind.LOG_STREAM),
    LockWithheld: Source(AlertKind.LAST_ADMIN_REFUSED),
}
