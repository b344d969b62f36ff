"""Groups: sets of people, chosen by hand, by rule, or pushed by a connection."""

import enum

from django.db import models

from keyhouse.domain.connections.models import Connection
from keyhouse.domain.organizations.models import Organization
from keyhouse.domain.people.models import Person
from keyhouse.foundation import clock, ids
from keyhouse.foundation.tenancy import Rows


class GroupKind(enum.StrEnum):
    """Where the members of a group come from."""

    STATIC = "static"
    DYNAMIC = "dynamic"
    PROVISIONED = "provisioned"


class PersonGroup(models.Model):
    """A set of people of one organization."""

    id = ids.key(ids.Kind.GROUP)
    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=100)
    name_folded = models.CharField(max_length=100)
    description = models.CharField(max_length=500, blank=True)
    kind = models.CharField(max_length=12, default=GroupKind.STATIC)
    connection = models.ForeignKey(Connection, on_delete=models.CASCADE, null=True, related_name="+")
    external_id = models.CharField(max_length=512, blank=True)
    may_make_admins = models.BooleanField(default=False)
    made_at = models.DateTimeField()

    objects = Rows()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organization", "name_folded"], name="one_group_per_name"),
        ]

    @property
    def is_static(self) -> bool:
        """Whether its members are chosen by hand."""
        return self.kind == GroupKind.STATIC

    @property
    def is_dynamic(self) -> bool:
        """Whether a rule says who is in it."""
        return self.kind == GroupKind.DYNAMIC

    @property
    def is_provisioned(self) -> bool:
        """Whether a connection pushes its members."""
        return self.kind == GroupKind.PROVISIONED


class GroupRule(models.Model):
    """The rule of a dynamic group; `looks_at_today` says that who matches also changes by the calendar.

    `work_id` is the long work that applies it, and `settled_at` is when it was last applied to everybody.
    """

    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="+")
    group = models.OneToOneField(PersonGroup, on_delete=models.CASCADE, related_name="rule")
    rule = models.JSONField()
    looks_at_today = models.BooleanField(default=False)
    changed_at = models.DateTimeField()
    work_id = models.BigIntegerField(null=True)
    settled_at = models.DateTimeField(null=True)

    objects = Rows()

    class Meta:
        indexes = [models.Index(fields=["organization", "group"], name="rules_of_an_organization")]


class GroupMember(models.Model):
    """A person's place in a group, perhaps until a day; paused while her account is deactivated."""

    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="+")
    group = models.ForeignKey(PersonGroup, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    since = models.DateTimeField(default=clock.now)
    until = models.DateTimeField(null=True)
    paused = models.BooleanField(default=False)

    objects = Rows()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "group"], name="one_place_per_group"),
        ]
        indexes = [
            models.Index(fields=["organization", "group", "person"], name="members_of_a_group"),
            models.Index(fields=["until"], condition=models.Q(until__isnull=False), name="places_that_end"),
        ]


class GroupOwner(models.Model):
    """A person who may change who is in a static group without being an administrator."""

    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="+")
    group = models.ForeignKey(PersonGroup, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")

    objects = Rows()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["group", "person"], name="one_ownership_per_group")]
        indexes = [models.Index(fields=["organization", "person"], name="groups_of_an_owner")]
