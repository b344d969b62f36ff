"""The tables of the audit log: events, their personal fields, and the sealed blocks that chain them."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce

from keyhouse.foundation import ids
from keyhouse.foundation.tenancy import Rows


class AuditBlock(models.Model):
    """A sealed block of events of one organization, chained to the block before it.

    `hashes` holds the hash of each of its events in order, 32 bytes each, so that a break can be named to the event.
    `first_at` and `last_at` are the times of its earliest and latest event, so that a time is found quickly.
    """

    id = ids.key(ids.Kind.AUDIT_BLOCK)
    organization_id = models.BigIntegerField(null=True)
    number = models.BigIntegerField()
    first_sequence = models.BigIntegerField()
    last_sequence = models.BigIntegerField()
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)
    hashes = models.BinaryField(default=bytes)
    sealed_at = models.DateTimeField()
    first_at = models.DateTimeField()
    last_at = models.DateTimeField()
    is_indexed = models.BooleanField(default=False)

    objects = Rows()

    class Meta:
        constraints = [
            models.UniqueConstraint(Coalesce("organization_id", 0), "number", name="one_block_per_number"),
        ]
        indexes = [
            models.Index(fields=["organization_id", "number"], name="audit_block_by_number"),
            models.Index(fields=["organization_id", "first_at", "last_sequence"], name="audit_block_by_first_time"),
            models.Index(fields=["organization_id", "last_at", "first_sequence"], name="audit_block_by_last_time"),
            models.Index(
                fields=["organization_id", "number"], name="audit_block_not_indexed", condition=Q(is_indexed=False)
            ),
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
            models.Index(fields=["organization_id", "correlation"], name="audit_by_correlation"),
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


class AuditWord(models.Model):
    """Where a word stands in a stretch of the sealed log; the search looks it up by how the word begins.

    `owner` is the organization, or 0 for the installation's own log; `hits` are places in the segment (searching.py).
    """

    owner = models.BigIntegerField()
    segment = models.BigIntegerField()
    word = models.BinaryField(max_length=120)
    hits = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "segment", "word"], name="one_place_per_word")]


class AuditAnchor(models.Model):
    """Where the chain begins after its oldest blocks were removed: the last block that is gone, and its hash."""

    organization_id = models.BigIntegerField(null=True)
    number = models.BigIntegerField()
    last_sequence = models.BigIntegerField()
    hash = models.CharField(max_length=64)
    events_removed = models.BigIntegerField(default=0)
    removed_until = models.DateTimeField()
    removed_at = models.DateTimeField()

    objects = Rows()

    class Meta:
        constraints = [
            models.UniqueConstraint(Coalesce("organization_id", 0), name="one_anchor_per_log"),
        ]
