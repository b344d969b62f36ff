"""Email domains: claimed by an organization, proved, checked again, and sometimes lost."""

import enum

from django.db import models
from django.db.models import Q

from keyhouse.domain.organizations.models import Organization
from keyhouse.foundation import ids
from keyhouse.foundation.tenancy import Rows


class DomainState(enum.StrEnum):
    """How far an organization has proved that a domain is its own."""

    CLAIMED = "claimed"
    VERIFIED = "verified"
    TRUST_PENDING = "trust_pending"
    TRUSTED = "trusted"
    WARNING = "warning"
    LAPSED = "lapsed"


VERIFIED = (DomainState.VERIFIED, DomainState.WARNING)


class EmailDomain(models.Model):
    """A domain that an organization has claimed; one verified row per name in the whole installation."""

    id = ids.key(ids.Kind.EMAIL_DOMAIN)
    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=253)
    state = models.CharField(max_length=20, default=DomainState.CLAIMED)
    method = models.CharField(max_length=20, blank=True)
    include_subdomains = models.BooleanField(default=False)
    token = models.CharField(max_length=43)
    claimed_at = models.DateTimeField()
    verified_at = models.DateTimeField(null=True)
    checked_at = models.DateTimeField(null=True)
    failing_since = models.DateTimeField(null=True)
    code_hash = models.CharField(max_length=64, blank=True)
    code_encrypted = models.CharField(max_length=400, blank=True)
    code_mailbox = models.CharField(max_length=20, blank=True)
    code_until = models.DateTimeField(null=True)
    code_tries = models.PositiveSmallIntegerField(default=0)
    code_mails = models.JSONField(default=list)

    objects = Rows()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organization", "name"], name="one_claim_per_organization"),
            models.UniqueConstraint(
                fields=["name"], condition=Q(state__in=["verified", "warning"]), name="one_verified_owner_per_domain"
            ),
        ]

    @property
    def is_verified(self) -> bool:
        """Whether control of the domain is proven at present."""
        return self.state in VERIFIED
