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
    """A domain that an organization has claimed; one verified row per name in the whole installation.

    `proved_at` is when its proof was seen last, `awaited_since` when a TXT record began to be waited for, and
    `contested_at` when the right proof was shown although another organization has verified the domain.
    """

    id = ids.key(ids.Kind.EMAIL_DOMAIN)
    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=253)
    state = models.CharField(max_length=20, default=DomainState.CLAIMED)
    method = models.CharField(max_length=20, blank=True)
    include_subdomains = models.BooleanField(default=False)
    token = models.CharField(max_length=43)
    claimed_at = models.DateTimeField()
    verified_at = models.DateTimeField(null=True)
    proved_at = models.DateTimeField(null=True)
    awaited_since = models.DateTimeField(null=True)
    checked_at = models.DateTimeField(null=True)
    next_check_at = models.DateTimeField(null=True)
    failing_since = models.DateTimeField(null=True)
    failures = models.PositiveSmallIntegerField(default=0)
    warned_at = models.DateTimeField(null=True)
    told_day = models.PositiveSmallIntegerField(null=True)
    contested_at = models.DateTimeField(null=True)
    contested_method = models.CharField(max_length=20, blank=True)
    trust_reason = models.CharField(max_length=500, blank=True)
    trust_asked_by_id = models.BigIntegerField(null=True)
    trust_asked_at = models.DateTimeField(null=True)
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
        indexes = [
            models.Index(fields=["name"], name="domains_by_name"),
            models.Index(
                fields=["next_check_at"], name="domains_to_be_checked", condition=Q(next_check_at__isnull=False)
            ),
        ]

    @property
    def is_verified(self) -> bool:
        """Whether control of the domain is proven at present."""
        return self.state in VERIFIED


class LinkPurpose(enum.StrEnum):
    """What a link about a domain is for; it opens nothing else."""

    RENEWAL = "renewal"
    TRUST = "trust"


class DomainLink(models.Model):
    """A single-use link about a domain; hashed, and encrypted until its mail is handed over.

    `address` is where it is mailed to, `person_id` who alone may use it, where it is for one person.
    """

    id = ids.key(ids.Kind.LINK)
    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="+")
    domain = models.ForeignKey(EmailDomain, on_delete=models.CASCADE, related_name="+")
    purpose = models.CharField(max_length=20)
    address = models.CharField(max_length=320)
    person_id = models.BigIntegerField(null=True)
    handle_hash = models.CharField(max_length=64, unique=True)
    handle_encrypted = models.CharField(max_length=400, blank=True)
    made_at = models.DateTimeField()
    until = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    objects = Rows()

    class Meta:
        indexes = [models.Index(fields=["domain", "purpose"], name="links_of_a_domain")]
