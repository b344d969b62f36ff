"""Receipts: what one deactivation ended, kept for good."""

from django.db import models

from keyhouse.domain.organizations.models import Organization
from keyhouse.foundation import ids
from keyhouse.foundation.tenancy import Rows


class Receipt(models.Model):
    """The record of everything one deactivation changed; `person_id` stays when the person is purged."""

    id = ids.key(ids.Kind.RECEIPT)
    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="+")
    person_id = models.BigIntegerField()
    cause = models.CharField(max_length=200, blank=True)
    correlation = models.CharField(max_length=64)
    event_id = models.BigIntegerField()
    at = models.DateTimeField()
    ended = models.JSONField(default=dict)

    objects = Rows()

    class Meta:
        indexes = [models.Index(fields=["organization", "person_id", "-id"], name="receipts_of_a_person")]
