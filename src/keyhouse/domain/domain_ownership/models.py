"""Asks for the release of a domain: one organization has proved it, another has it verified."""

import enum

from django.db import models
from django.db.models import Q

from keyhouse.domain.email_domains.models import EmailDomain
from keyhouse.domain.organizations.models import Organization
from keyhouse.foundation import ids
from keyhouse.foundation.tenancy import Rows


class ReleaseState(enum.StrEnum):
    """What has become of an ask for release."""

    ASKED = "asked"
    RELEASED = "released"
    KEPT = "kept"
    WITHDRAWN = "withdrawn"


class DomainRelease(models.Model):
    """One organization asks the owner of a domain to release it; `partner_organization` is the owner asked.

    `domain` is the asker's own copy; who owns the domain is never shown to the asker.
    """

    id = ids.key(ids.Kind.DOMAIN_RELEASE)
    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="+")
    partner_organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="+")
    domain = models.ForeignKey(EmailDomain, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=253)
    words = models.CharField(max_length=500, blank=True)
    asked_by_id = models.BigIntegerField(null=True)
    asked_by_email = models.CharField(max_length=320, blank=True)
    state = models.CharField(max_length=10, default=ReleaseState.ASKED)
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)

    objects = Rows()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["domain"], name="one_open_ask_per_domain", condition=Q(state="asked")),
        ]
        indexes = [
            models.Index(fields=["partner_organization", "state", "id"], name="releases_asked_of_an_owner"),
        ]
