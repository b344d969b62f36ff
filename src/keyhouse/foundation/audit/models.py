"""The tables of the audit log: events, their personal fields, and the sealed blocks that chain them."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce

from keyhouse.foundation import ids
from keyhouse.foundation.tenancy import Rows


class AuditBlock(models.Model):
    """A sealed block of events of one organization, chained to the block before it."""

    id = ids.key(ids.Kind.AUDIT_BLOCK)
    organization_id = models.BigIntegerField(null=True)
    number = models.BigIntegerField()
    first_sequence = models.BigIntegerField()
    last_sequence = models.BigIntegerField()
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)
    sealed_at = models.DateTimeField()

    objects = Rows()

    class Meta:
        constraints = [
            models.UniqueConstraint(Coalesce("organization_id", 0), "number", name="one_block_per_number"),
        ]


class AuditEvent(models.Model):
    """One unchangeable line of the log; `delivered` is the outbox's done mark, `sequence` comes from sealing.

    `target_id` is the thing it is about, `within_id` the portfolio in which it happened.
    `digests` are the salted digests of its personal fields, which stay when an erasure deletes the fields.
    """

    id = ids.key(ids.Kind.AUDIT_EVENT)
    organization_id = models.BigIntegerField(null=True)
    tag = models.CharField(max_length=100)
    actor_kind = models.CharField(max_length=20)
    actor_id = models.BigIntegerField(null=True)
    target_id = models.BigIntegerField(null=True)
    within_id = models.BigIntegerField(null=True)
    correlation = models.CharField(max_length=32)
    at = models.DateTimeField()
    facts = models.JSONField(default=dict)
    digests = models.JSONField(default=dict)
    hash = models.CharField(max_length=64)
    sequence = models.BigIntegerField(null=True)
    delivered = models.BooleanField(default=True)

    objects = Rows()

    class Meta:
        indexes = [
            models.Index(fields=["organization_id", "id"], name="audit_by_organization"),
            models.Index(fields=["organization_id", "target_id", "id"], name="audit_by_target"),
            models.Index(fields=["organization_id", "actor_id", "id"], name="audit_by_actor"),
            models.Index(
                fields=["organization_id", "within_id", "id"],
                name="audit_by_portfolio",
                condition=Q(within_id__isnull=False),
            ),
            models.Index(fields=["organization_id", "sequence"], name="audit_by_sequence"),
            models.Index(fields=["id"], name="audit_not_delivered", condition=Q(delivered=False)),
            models.Index(fields=["organization_id", "id"], name="audit_not_sealed", condition=Q(sequence=None)),
        ]


class AuditPersonal(models.Model):
    """A personal field of an event, kept apart and salted: an erasure can delete it and the chain still verifies."""

    organization_id = models.BigIntegerField(null=True)
    event = models.ForeignKey(AuditEvent, on_delete=models.CASCADE, related_name="personal_rows")
    field = models.CharField(max_length=40)
    value = models.JSONField()
    salt = models.CharField(max_length=32)

    objects = Rows()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["event", "field"], name="one_value_per_personal_field"),
        ]
