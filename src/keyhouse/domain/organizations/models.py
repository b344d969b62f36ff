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
    two_factor_required = models.CharField(max_length=10, default="admins")
    activation_days = models.PositiveSmallIntegerField(default=7)
    session_hours = models.PositiveSmallIntegerField(default=12)
    admin_idle_minutes = models.PositiveSmallIntegerField(default=60)
    made_at = models.DateTimeField()

    @property
    def organization_id(self) -> int:
        """The organization that it belongs to: itself."""
        return self.id


class SetUpLink(models.Model):
    """The one-time link that leads through the set-up of an empty installation."""

    id = ids.key(ids.Kind.LINK)
    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, null=True, related_name="+")
    handle_hash = models.CharField(max_length=64, unique=True)
    until = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    objects = Rows()
