"""Migration: the move of one person in one organization from a personal login to a work account."""

import enum

from django.db import models

from keyhouse.domain.organizations.models import Organization
from keyhouse.domain.people.models import Person
from keyhouse.foundation import ids
from keyhouse.foundation.tenancy import Rows


class MigrationStatus(enum.StrEnum):
    """How far a person has moved."""

    NOT_STARTED = "not_started"
    INVITED = "invited"
    ACTIVATED = "activated"
    IN_TRANSITION = "in_transition"
    MIGRATED = "migrated"
    OVERDUE = "overdue"
    NEEDS_ATTENTION = "needs_attention"
    EXCLUDED = "excluded"


class MigrationPerson(models.Model):
    """The migration of one personal login in one organization, over all of its portfolios there."""

    id = ids.key(ids.Kind.MIGRATION)
    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="+")
    login = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    work_account = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    status = models.CharField(max_length=20, default=MigrationStatus.NOT_STARTED)
    reason = models.CharField(max_length=40, blank=True)
    before = models.CharField(max_length=20, blank=True)
    deadline = models.DateTimeField(null=True)
    changed_at = models.DateTimeField()
    history = models.JSONField(default=list)

    objects = Rows()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organization", "login"], name="one_migration_per_login"),
        ]
