"""Admin roles and who holds them."""

from django.db import models

from keyhouse.domain.organizations.models import Organization
from keyhouse.domain.people.models import Person
from keyhouse.foundation import ids
from keyhouse.foundation.tenancy import Rows

SYSTEM_ADMIN = "system_admin"


class Role(models.Model):
    """A set of Admin Center permissions; `code` names a default role that can't be edited."""

    id = ids.key(ids.Kind.ROLE)
    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="+")
    code = models.CharField(max_length=40, blank=True)
    name = models.CharField(max_length=100)
    description = models.CharField(max_length=500, blank=True)
    permissions = models.JSONField(default=list)

    objects = Rows()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organization", "name"], name="one_role_per_name")]


class RoleHolder(models.Model):
    """A person who holds a role, from where, and perhaps until a day; paused while her account is deactivated."""

    id = ids.key(ids.Kind.ROLE_HOLDER)
    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="+")
    role = models.ForeignKey(Role, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    source = models.CharField(max_length=20, default="direct")
    until = models.DateTimeField(null=True)
    paused = models.BooleanField(default=False)
    given_by_id = models.BigIntegerField(null=True)
    given_at = models.DateTimeField()

    objects = Rows()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["role", "person", "source"], name="one_holding_per_source"),
        ]
        indexes = [models.Index(fields=["organization", "person"], name="roles_of_a_person")]
