"""Grants: who has which tasks on which asset, in whose portfolio's name, from when and until when."""

from django.db import models

from keyhouse.domain.invitations.models import Invitation
from keyhouse.domain.organizations.models import Organization
from keyhouse.domain.portfolios.models import Portfolio
from keyhouse.foundation import ids
from keyhouse.foundation.tenancy import Rows


class TaskGrant(models.Model):
    """These tasks for this subject on this object, given in this portfolio's name.

    `subject_id` is a person, a group or a system user, `object_id` an asset or an asset group: the id tells which.
    `tasks` are the bits of the asset's type as given; what they imply is worked out at the decision. A grant on an
    asset group is a row for each `asset_type` in it that tasks were given on. `source_id` is the preset, 0 for none.
    """

    id = ids.key(ids.Kind.TASK_GRANT)
    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="+")
    portfolio = models.ForeignKey(Portfolio, on_delete=models.CASCADE, related_name="+", db_index=False)
    subject_id = models.BigIntegerField()
    object_id = models.BigIntegerField()
    asset_type = models.CharField(max_length=40)
    tasks = models.BigIntegerField()
    source = models.CharField(max_length=20, default="direct")
    source_id = models.BigIntegerField(default=0)
    starts_at = models.DateTimeField(null=True)
    until = models.DateTimeField(null=True)
    given_by_id = models.BigIntegerField(null=True)
    given_at = models.DateTimeField()

    objects = Rows()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["subject_id", "object_id", "portfolio", "asset_type", "source", "source_id"],
                name="one_grant_per_source",
            ),
        ]
        indexes = [
            models.Index(fields=["object_id", "subject_id"], name="grants_on_an_object"),
            models.Index(fields=["organization", "portfolio", "subject_id"], name="grants_of_a_portfolio"),
        ]


class PromisedGrant(models.Model):
    """What an invitation will give at acceptance; until then it is no grant, and no decision sees it."""

    id = ids.key(ids.Kind.PROMISED_GRANT)
    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="+")
    invitation = models.ForeignKey(Invitation, on_delete=models.CASCADE, related_name="+")
    object_id = models.BigIntegerField()
    asset_type = models.CharField(max_length=40)
    tasks = models.BigIntegerField()
    until = models.DateTimeField(null=True)
    given_by_id = models.BigIntegerField(null=True)

    objects = Rows()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["invitation", "object_id", "asset_type"], name="one_promise_per_object"),
        ]
