"""Sign-in: sessions, tokens, steps under way, sign-on subjects, requests and attempts."""

import enum

from django.db import models

from keyhouse.domain.connections.models import Connection
from keyhouse.domain.organizations.models import Organization
from keyhouse.domain.people.models import Person
from keyhouse.foundation import ids
from keyhouse.foundation.tenancy import Rows


class Session(models.Model):
    """A signed-in browser; the cookie's secret is kept hashed, and the row is deleted to end it.

    `relationship_id` is the external relationship by which its person acts in another organization, if she does.
    """

    id = ids.key(ids.Kind.SESSION)
    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, null=True, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    secret_hash = models.CharField(max_length=64, unique=True)
    method = models.CharField(max_length=20)
    strength = models.PositiveSmallIntegerField()
    connection = models.ForeignKey(Connection, on_delete=models.CASCADE, null=True, related_name="+")
    name_id = models.CharField(max_length=320, blank=True)
    session_index = models.CharField(max_length=256, blank=True)
    relationship_id = models.BigIntegerField(null=True)
    made_at = models.DateTimeField()
    proved_at = models.DateTimeField()
    last_used_at = models.DateTimeField()
    until = models.DateTimeField()
    ip = models.CharField(max_length=45, blank=True)
    device = models.CharField(max_length=200, blank=True)

    objects = Rows()

    class Meta:
        indexes = [models.Index(fields=["organization", "person"], name="sessions_of_a_person")]


class SignInStep(models.Model):
    """A sign-in under way in one browser: what has been proved so far and what must come next."""

    id = ids.key(ids.Kind.OTHER)
    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, null=True, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, related_name="+")
    secret_hash = models.CharField(max_length=64, unique=True)
    step = models.CharField(max_length=20)
    proved = models.JSONField(default=list)
    address = models.CharField(max_length=320, blank=True)
    next = models.CharField(max_length=500, blank=True)
    facts = models.JSONField(default=dict)
    ip = models.CharField(max_length=45, blank=True)
    made_at = models.DateTimeField()
    until = models.DateTimeField()

    objects = Rows()

    class Meta:
        indexes = [models.Index(fields=["ip", "made_at"], name="steps_from_an_origin")]


class TokenKind(enum.StrEnum):
    """What a bearer token opens."""

    PROVISIONING = "provisioning"
    INTEGRATION = "integration"
    SYSTEM_USER = "system_user"
    PERSON = "person"


class AccessToken(models.Model):
    """A bearer token, kept hashed; `holder_id` is the connection, system user or person that it speaks for."""

    id = ids.key(ids.Kind.ACCESS_TOKEN)
    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20)
    holder_id = models.BigIntegerField()
    name = models.CharField(max_length=100)
    secret_hash = models.CharField(max_length=64, unique=True)
    permissions = models.JSONField(default=list)
    made_by_id = models.BigIntegerField(null=True)
    made_at = models.DateTimeField()
    until = models.DateTimeField(null=True)
    last_used_at = models.DateTimeField(null=True)
    last_ip = models.CharField(max_length=45, blank=True)
    last_refused_at = models.DateTimeField(null=True)

    objects = Rows()

    class Meta:
        indexes = [models.Index(fields=["organization", "holder_id"], name="tokens_of_a_holder")]


class ConnectionSubject(models.Model):
    """The stored link between what an identity provider calls somebody and a person of ours."""

    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="+")
    connection = models.ForeignKey(Connection, on_delete=models.CASCADE, related_name="+")
    issuer = models.CharField(max_length=1024)
    subject = models.CharField(max_length=512)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    made_at = models.DateTimeField()

    objects = Rows()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["connection", "issuer", "subject"], name="one_person_per_subject"),
        ]


class SignOnRequest(models.Model):
    """A request sent to an identity provider, bound to the browser that began it; only one answer is taken."""

    id = ids.key(ids.Kind.SIGN_ON_REQUEST)
    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="+")
    connection = models.ForeignKey(Connection, on_delete=models.CASCADE, related_name="+")
    request_id = models.CharField(max_length=100, unique=True)
    browser_hash = models.CharField(max_length=64)
    next = models.CharField(max_length=500, blank=True)
    purpose = models.CharField(max_length=20, default="sign_in")
    facts = models.JSONField(default=dict)
    made_at = models.DateTimeField()
    until = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)

    objects = Rows()


class SignOnResult(models.Model):
    """A verified answer that waits, for two minutes, for the browser that began the request to come and finish."""

    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="+")
    request = models.ForeignKey(SignOnRequest, on_delete=models.CASCADE, related_name="+")
    attempt = models.ForeignKey("SignInAttempt", on_delete=models.CASCADE, related_name="+")
    handle_hash = models.CharField(max_length=64, unique=True)
    answer = models.JSONField()
    until = models.DateTimeField()

    objects = Rows()


class SeenAssertion(models.Model):
    """The id of an assertion that was accepted, kept until it would have expired."""

    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="+")
    connection = models.ForeignKey(Connection, on_delete=models.CASCADE, related_name="+")
    assertion_id = models.CharField(max_length=256)
    until = models.DateTimeField()

    objects = Rows()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["connection", "assertion_id"], name="an_assertion_is_seen_once"),
        ]


class SignInAttempt(models.Model):
    """A try to sign in, with every check in order and a support code; kept for 30 days."""

    id = ids.key(ids.Kind.SIGN_IN_ATTEMPT)
    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, null=True, related_name="+")
    connection = models.ForeignKey(Connection, on_delete=models.CASCADE, null=True, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()
    support_code = models.CharField(max_length=12)
    method = models.CharField(max_length=20)
    outcome = models.CharField(max_length=40)
    checks = models.JSONField(default=list)
    received = models.JSONField(default=dict)
    address = models.CharField(max_length=320, blank=True)
    ip = models.CharField(max_length=45, blank=True)
    device = models.CharField(max_length=200, blank=True)

    objects = Rows()

    class Meta:
        indexes = [
            models.Index(fields=["organization", "connection", "-id"], name="attempts_at_a_connection"),
            models.Index(fields=["organization", "support_code"], name="attempts_by_support_code"),
        ]
