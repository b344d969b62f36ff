"""Credentials: passwords, authenticator apps, recovery codes, links of one person, and the count of wrong tries."""

import enum

from django.db import models

from keyhouse.domain.organizations.models import Organization
from keyhouse.domain.people.models import Person
from keyhouse.foundation import ids
from keyhouse.foundation.tenancy import Rows


class Password(models.Model):
    """The Argon2id hash of a person's password."""

    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, null=True, related_name="+")
    person = models.OneToOneField(Person, on_delete=models.CASCADE, primary_key=True, related_name="+")
    hash = models.CharField(max_length=200)
    changed_at = models.DateTimeField()

    objects = Rows()


class Authenticator(models.Model):
    """A person's authenticator app: its secret, encrypted, and the last time step that was used."""

    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, null=True, related_name="+")
    person = models.OneToOneField(Person, on_delete=models.CASCADE, primary_key=True, related_name="+")
    secret_encrypted = models.CharField(max_length=400)
    last_step = models.BigIntegerField(default=0)
    confirmed_at = models.DateTimeField(null=True)

    objects = Rows()


class RecoveryCode(models.Model):
    """A single-use code that stands in for a lost second factor."""

    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, null=True, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    hash = models.CharField(max_length=64)
    used_at = models.DateTimeField(null=True)

    objects = Rows()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "hash"], name="one_recovery_code")]


class WrongTries(models.Model):
    """Wrong tries of a person within the last hour; all methods share the counter."""

    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, null=True, related_name="+")
    person = models.OneToOneField(Person, on_delete=models.CASCADE, primary_key=True, related_name="+")
    count = models.PositiveIntegerField(default=0)
    since = models.DateTimeField()
    stopped_until = models.DateTimeField(null=True)

    objects = Rows()


class LinkPurpose(enum.StrEnum):
    """What a person's link is for; it opens nothing else."""

    ACTIVATION = "activation"
    RESET = "reset"
    UNLOCK = "unlock"
    ONE_TIME = "one_time"


class PersonLink(models.Model):
    """A single-use link of one person, address and purpose; hashed, and encrypted until its mail is handed over."""

    id = ids.key(ids.Kind.LINK)
    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, null=True, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    purpose = models.CharField(max_length=20)
    address = models.CharField(max_length=320)
    handle_hash = models.CharField(max_length=64, unique=True)
    handle_encrypted = models.CharField(max_length=400, blank=True)
    until = models.DateTimeField()
    made_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    objects = Rows()

    class Meta:
        indexes = [models.Index(fields=["person", "purpose"], name="links_of_a_person")]
