"""Admin roles and who holds them."""

import enum

from django.db import models
from django.db.models import Q

from keyhouse.domain.groups.models import PersonGroup
from keyhouse.domain.organizations.models import Organization
from keyhouse.domain.people.models import Person
from keyhouse.foundation import ids
from keyhouse.foundation.tenancy import Rows


class RoleCode(enum.StrEnum):
    """The default roles, which can't be edited or deleted."""

    SYSTEM_ADMIN = "system_admin"
    EXTERNAL_SYSTEM_ADMIN = "external_system_admin"
    DEVICE_ADMIN = "device_admin"
    FACILITATOR = "facilitator"


SYSTEM_ADMIN = RoleCode.SYSTEM_ADMIN


class Source(enum.StrEnum):
    """Where a holding comes from: an administrator, a people preset, or an external relationship."""

    DIRECT = "direct"
    PRESET = "preset"
    RELATIONSHIP = "relationship"


class Role(models.Model):
    """A set of Admin Center permissions; `code` names a default role that can't be edited."""

    id = ids.key(ids.Kind.ROLE)
    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="+")
    code = models.CharField(max_length=40, blank=True)
    name = models.CharField(max_length=100)
    name_folded = models.CharField(max_length=100)
    description = models.CharField(max_length=500, blank=True)
    permissions = models.JSONField(default=list)
    made_at = models.DateTimeField(null=True)

    objects = Rows()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organization", "name_folded"], name="one_role_per_name")]

    @property
    def is_default(self) -> bool:
        """Whether it is one of the roles that every organization has."""
        return self.code != ""

    @property
    def is_system_admin(self) -> bool:
        """Whether it is the role System admin."""
        return self.code == SYSTEM_ADMIN


class RoleHolder(models.Model):
    """A person or a group that holds a role: from where, and perhaps until a moment.

    `source_id` is the preset or relationship it comes from, 0 for none. A person's holding is paused while her account
    is deactivated.
    """

    id = ids.key(ids.Kind.ROLE_HOLDER)
    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="+")
    role = models.ForeignKey(Role, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, related_name="+")
    group = models.ForeignKey(PersonGroup, on_delete=models.CASCADE, null=True, related_name="+")
    source = models.CharField(max_length=20, default=Source.DIRECT)
    source_id = models.BigIntegerField(default=0)
    until = models.DateTimeField(null=True)
    paused = models.BooleanField(default=False)
    given_by_id = models.BigIntegerField(null=True)
    given_at = models.DateTimeField()
    reminded_at = models.DateTimeField(null=True)

    objects = Rows()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["role", "person", "source", "source_id"], name="one_holding_per_source"),
            models.UniqueConstraint(
                fields=["role", "group", "source", "source_id"], name="one_group_holding_per_source"
            ),
            models.CheckConstraint(
                name="a_person_or_a_group_holds_it",
                condition=Q(person__isnull=False, group__isnull=True) | Q(person__isnull=True, group__isnull=False),
            ),
        ]
        indexes = [
            models.Index(fields=["organization", "person"], name="roles_of_a_person"),
            models.Index(fields=["organization", "group"], name="roles_of_a_group"),
            models.Index(fields=["until"], name="roles_that_end", condition=Q(until__isnull=False)),
        ]

    @property
    def subject(self) -> Person | PersonGroup:
        """The person or the group that holds the role; the table has one of them."""
        found: Person | PersonGroup = self.person or self.group  # type: ignore[assignment]
        return found

    @property
    def name(self) -> str:
        """The name of the person or the group."""
        return self.subject.name
