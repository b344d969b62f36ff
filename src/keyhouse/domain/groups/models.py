"""Groups: sets of people, chosen by hand, by rule, or pushed by a connection."""

import enum

from django.db import models

from keyhouse.domain.connections.models import Connection
from keyhouse.domain.organizations.models import Organization
from keyhouse.domain.people.models import Person
from keyhouse.foundation import ids
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
    made_at = models.DateTimeField()

    objects = Rows()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organization", "name_folded"], name="one_group_per_name"),
        ]


class GroupMember(models.Model):
    """A person's place in a group, perhaps until a day; paused while her account is deactivated."""

    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="+")
    group = models.ForeignKey(PersonGroup, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    until = models.DateTimeField(null=True)
    paused = models.BooleanField(default=False)

    objects = Rows()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "group"], name="one_place_per_group"),
        ]
        indexes = [models.Index(fields=["organization", "group", "person"], name="members_of_a_group")]
