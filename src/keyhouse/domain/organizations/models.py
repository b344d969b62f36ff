"""The organization: the tenant that owns people, domains, connections and portfolios."""

import enum

from django.db import models

from keyhouse.foundation import ids
from keyhouse.foundation.tenancy import Rows


class OrganizationState(enum.StrEnum):
    """Whether the organization may be used."""

    ACTIVE = "active"
    SUSPENDED = "suspended"
    DELETING = "deleting"


class Organization(models.Model):
    """A company; one per company, and everything else belongs to one."""

    id = ids.key(ids.Kind.ORGANIZATION)
    name = models.CharField(max_length=200)
    name_folded = models.CharField(max_length=200, unique=True)
    state = models.CharField(max_length=20, default=OrganizationState.ACTIVE)
    time_zone = models.CharField(max_length=60, default="UTC")
    locale = models.CharField(max_length=20, default="en-US")
    support_address = models.CharField(max_length=320, blank=True)
    activation_days = models.PositiveSmallIntegerField(default=7)
    legal_hold = models.BooleanField(default=False)
    made_at = models.DateTimeField()

    @property
    def organization_id(self) -> int:
        """The organization that it belongs to: itself."""
        return self.id


class Approvals(enum.StrEnum):
    """For which actions a second administrator is asked."""

    OFF = "off"
    SENSITIVE = "sensitive"
    ALL_DANGEROUS = "all_dangerous"


class TwoFactorWho(enum.StrEnum):
    """Of whom a second factor is required when it is required; of administrators it always is."""

    EVERYONE = "everyone"
    ADMINISTRATORS = "admins"


class FactorMethod(enum.StrEnum):
    """What may stand as a second factor beside the password."""

    AUTHENTICATOR = "authenticator"
    EMAIL_CODE = "email_code"


def only_authenticators() -> list[str]:
    """The methods that a new organization allows."""
    return [FactorMethod.AUTHENTICATOR.value]


class SecuritySettings(models.Model):
    """What an organization asks of sign-ins, sessions and dangerous actions; made together with it.

    `admin_networks` are the networks from which Admin Center opens, in CIDR notation; none means any.
    """

    organization = models.OneToOneField(Organization, on_delete=models.CASCADE, primary_key=True, related_name="+")
    password_length = models.PositiveSmallIntegerField(default=8)
    long_passwords = models.BooleanField(default=True)
    wrong_tries = models.PositiveSmallIntegerField(default=20)
    session_hours = models.PositiveSmallIntegerField(default=12)
    admin_idle_minutes = models.PositiveSmallIntegerField(default=60)
    idle_minutes = models.PositiveSmallIntegerField(null=True)
    reauthentication_minutes = models.PositiveSmallIntegerField(default=5)
    tell_new_device = models.BooleanField(default=True)
    tell_new_network = models.BooleanField(default=True)
    alert_admin_device = models.BooleanField(default=True)
    approvals = models.CharField(max_length=20, default=Approvals.SENSITIVE)
    approve_every_role_change = models.BooleanField(default=False)
    admin_networks = models.JSONField(default=list)
    log_retention_months = models.PositiveSmallIntegerField(default=24)
    two_factor_required = models.BooleanField(default=False)
    two_factor_who = models.CharField(max_length=10, default=TwoFactorWho.EVERYONE)
    two_factor_since = models.DateTimeField(null=True)
    two_factor_grace_days = models.PositiveSmallIntegerField(default=7)
    two_factor_methods = models.JSONField(default=only_authenticators)
    remember_device_days = models.PositiveSmallIntegerField(default=0)

    objects = Rows()

    @property
    def asks_everyone(self) -> bool:
        """Whether everyone who signs in with a password needs a second factor, and not administrators alone."""
        return self.two_factor_required and self.two_factor_who == TwoFactorWho.EVERYONE


class SetUpLink(models.Model):
    """The one-time link that leads through the set-up of an empty installation."""

    id = ids.key(ids.Kind.LINK)
    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, null=True, related_name="+")
    handle_hash = models.CharField(max_length=64, unique=True)
    until = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    objects = Rows()
