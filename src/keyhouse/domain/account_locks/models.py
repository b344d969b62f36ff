"""Locks: that the system stopped an account, why, and how it ended."""

import enum

from django.db import models
from django.db.models import Q

from keyhouse.domain.organizations.models import Organization
from keyhouse.domain.people.models import Person
from keyhouse.foundation import ids
from keyhouse.foundation.tenancy import Rows


class LockReason(enum.StrEnum):
    """The class of what the system saw; the person is told no more than this."""

    WRONG_TRIES = "wrong_tries"
    WRONG_CODES = "wrong_codes"


class AccountLock(models.Model):
    """One lock of one account; `needs_review` lets nobody unlock it before an administrator has looked."""

    id = ids.key(ids.Kind.OTHER)
    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, null=True, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    reason = models.CharField(max_length=20)
    needs_review = models.BooleanField(default=False)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    objects = Rows()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person"], name="one_open_lock_per_person", condition=Q(ended_at=None)),
        ]
