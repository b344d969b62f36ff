"""Connections to identity providers: sign-on, provisioning, and what was asked over them."""

import enum

from django.db import models
from django.db.models import Q

from keyhouse.domain.email_domains.models import EmailDomain
from keyhouse.domain.organizations.models import Organization
from keyhouse.foundation import ids
from keyhouse.foundation.tenancy import Rows


class ConnectionKind(enum.StrEnum):
    """What a connection speaks."""

    SAML = "saml"
    OIDC = "oidc"
    SCIM = "scim"
    INTEGRATION = "integration"


class ConnectionState(enum.StrEnum):
    """How far a connection is set up; a sign-on connection routes people only when active or on trial."""

    DRAFT = "draft"
    TESTED = "tested"
    TRIAL = "trial"
    ACTIVE = "active"
    DISABLED = "disabled"


class Connection(models.Model):
    """A configured link to one identity provider, or an API client of the organization.

    `allowed_networks`, in CIDR notation, are those from which its tokens open anything; none means any.
    """

    id = ids.key(ids.Kind.CONNECTION)
    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20)
    provider = models.CharField(max_length=20, default="other")
    name = models.CharField(max_length=100)
    state = models.CharField(max_length=20, default=ConnectionState.DRAFT)
    description = models.CharField(max_length=500, blank=True)
    permissions = models.JSONField(default=list)
    allowed_networks = models.JSONField(default=list)
    app_secret_encrypted = models.TextField(blank=True)
    old_secret_encrypted = models.TextField(blank=True)
    old_secret_until = models.DateTimeField(null=True)
    reads_logs_only = models.BooleanField(default=False)
    made_at = models.DateTimeField()
    last_used_at = models.DateTimeField(null=True)
    routes_new_domains = models.BooleanField(default=False)
    enforces_sign_on = models.BooleanField(default=True)
    send_invitations = models.BooleanField(default=True)
    refuse_unverified_domains = models.BooleanField(default=False)
    accounts_without_email = models.BooleanField(default=True)
    refuse_delete = models.BooleanField(default=False)
    strict_replace = models.BooleanField(default=False)

    objects = Rows()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organization", "kind", "name"], name="one_connection_per_name"),
        ]

    @property
    def is_on(self) -> bool:
        """Whether people and requests may come through this connection."""
        return self.state in (ConnectionState.ACTIVE, ConnectionState.TRIAL)


class SamlSetup(models.Model):
    """What we know of the identity provider behind a SAML connection, and our own key for it."""

    connection = models.OneToOneField(Connection, on_delete=models.CASCADE, primary_key=True, related_name="saml")
    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="+")
    issuer = models.CharField(max_length=1024, blank=True)
    sign_on_url = models.CharField(max_length=2048, blank=True)
    sign_on_binding = models.CharField(max_length=10, default="redirect")
    logout_url = models.CharField(max_length=2048, blank=True)
    certificates = models.JSONField(default=list)
    metadata_url = models.CharField(max_length=2048, blank=True)
    ask_again = models.BooleanField(default=False)
    require_encryption = models.BooleanField(default=False)
    refuse_expired_certificates = models.BooleanField(default=False)
    private_key_encrypted = models.TextField(blank=True)
    certificate = models.TextField(blank=True)
    tested_at = models.DateTimeField(null=True)
    test_result = models.JSONField(null=True)

    objects = Rows()


class RoutedDomain(models.Model):
    """An email domain whose people are sent to a sign-on connection; a domain has at most one."""

    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="+")
    connection = models.ForeignKey(Connection, on_delete=models.CASCADE, related_name="routed_domains")
    domain = models.OneToOneField(EmailDomain, on_delete=models.PROTECT, related_name="+")

    objects = Rows()


class ProvisioningRequest(models.Model):
    """The flight recorder: a provisioning request and its answer, redacted; kept for 30 days."""

    id = ids.key(ids.Kind.PROVISIONING_REQUEST)
    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="+")
    connection = models.ForeignKey(Connection, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()
    request_id = models.CharField(max_length=100)
    client = models.CharField(max_length=200, blank=True)
    ip = models.CharField(max_length=45, blank=True)
    method = models.CharField(max_length=10)
    path = models.CharField(max_length=500)
    status = models.PositiveSmallIntegerField()
    milliseconds = models.PositiveIntegerField(default=0)
    body = models.TextField(blank=True)
    answer = models.TextField(blank=True)
    reason = models.CharField(max_length=500, blank=True)
    changed = models.JSONField(default=list)
    ignored = models.JSONField(default=list)
    person_id = models.BigIntegerField(null=True)

    objects = Rows()

    class Meta:
        indexes = [
            models.Index(fields=["organization", "connection", "-id"], name="requests_of_a_connection"),
            models.Index(
                fields=["organization", "person_id", "-id"],
                name="requests_about_a_person",
                condition=Q(person_id__isnull=False),
            ),
        ]
