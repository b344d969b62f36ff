"""Figures of large organizations, counted ahead."""

from django.db import models

from keyhouse.domain.organizations.models import Organization
from keyhouse.foundation.tenancy import Rows


class InsightFigures(models.Model):
    """The figures of one organization as they were counted last; a small one is counted anew each time instead."""

    organization = models.OneToOneField(Organization, on_delete=models.CASCADE, primary_key=True, related_name="+")
    counted_at = models.DateTimeField()
    values = models.JSONField(default=dict)

    objects = Rows()
