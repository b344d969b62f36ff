"""Credentials: passwords, authenticator apps, recovery codes, links of one person, and the count of wrong tries."""

import enum

from django.db import models

from keyhouse.domain.organizations.models import Organization
from keyhouse.domain.people.models import Person
from keyhouse.foundation import ids
from keyhouse.foundation.tenancy import Rows


class Password(models.Model):
    """The Argon2id hash of a person's password; `by_mail` says that it was chosen by a mailed link.

    It stays so until a code of her app is proved with it: till then the mailbox stands behind the password already.
    """

    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, null=True, related_name="+")
    person = models.OneToOneField(Person, on_delete=models.CASCADE, primary_key=True, related_name="+")
    hash = models.CharField(max_length=200)
    changed_at = models.DateTimeField()
    by_mail = models.BooleanField(default=False)

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


class CodeKind(enum.StrEnum):
    """How a one-time code reached its person."""

    EMAIL = "email"
    EMERGENCY = "emergency"


class OneTimeCode(models.Model):
    """A code of eight digits and ten minutes that stands in for the authenticator app once; kept as a keyed hash."""

    id = ids.key(ids.Kind.CREDENTIAL)
    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, null=True, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10)
    hash = models.CharField(max_length=64)
    code_encrypted = models.CharField(max_length=200, blank=True)
    made_at = models.DateTimeField()
    until = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    objects = Rows()

    class Meta:
        indexes = [models.Index(fields=["person", "kind"], name="one_time_codes_of_a_person")]


class WrongTries(models.Model):
    """Wrong tries of a person within the last hour; all methods share the counter.

    `stops` counts how often they stopped her sign-ins since `stops_since`, and `wrong_codes` those of the tries since
    `codes_since` that came after the right password.
    """

    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, null=True, related_name="+")
    person = models.OneToOneField(Person, on_delete=models.CASCADE, primary_key=True, related_name="+")
    count = models.PositiveIntegerField(default=0)
    since = models.DateTimeField()
    stopped_until = models.DateTimeField(null=True)
    stops = models.PositiveSmallIntegerField(default=0)
    stops_since = models.DateTimeField(null=True)
    wrong_codes = models.PositiveSmallIntegerField(default=0)
    codes_since = models.DateTimeField(null=True)

    objects = Rows()


class LinkPurpose(enum.StrEnum):
    """What a person's link is for; it opens nothing else."""

    ACTIVATION = "activation"
    RESET = "reset"
    LOCK_PAGE = "lock_page"
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
