"""Invitations: offers of a place in a portfolio."""

import enum

from django.db import models
from django.db.models import Q

from keyhouse.domain.organizations.models import Organization
from keyhouse.domain.people.models import Person
from keyhouse.domain.portfolios.models import Access, Portfolio
from keyhouse.foundation import ids
from keyhouse.foundation.tenancy import Rows


class InvitationState(enum.StrEnum):
    """What has become of an invitation."""

    HELD = "held"
    REVIEW = "pending_approval"
    PENDING = "pending"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    EXPIRED = "expired"
    CANCELED = "canceled"


WAITING = (InvitationState.HELD, InvitationState.REVIEW, InvitationState.PENDING)


class Invitation(models.Model):
    """An offer of a membership to an address; its link is kept hashed, and encrypted until its mail is handed over."""

    id = ids.key(ids.Kind.INVITATION)
    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="+")
    portfolio = models.ForeignKey(Portfolio, on_delete=models.CASCADE, related_name="+")
    email = models.CharField(max_length=320)
    email_folded = models.CharField(max_length=320)
    kind = models.CharField(max_length=10, default="work")
    person = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    level = models.CharField(max_length=10, default=Access.BASIC)
    options = models.JSONField(default=list)
    days = models.PositiveSmallIntegerField(default=30)
    temporary_days = models.PositiveSmallIntegerField(null=True)
    note = models.CharField(max_length=500, blank=True)
    state = models.CharField(max_length=20, default=InvitationState.PENDING)
    handle_hash = models.CharField(max_length=64, blank=True)
    handle_encrypted = models.CharField(max_length=400, blank=True)
    until = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    sent_times = models.JSONField(default=list)
    invited_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=500, blank=True)

    objects = Rows()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["portfolio", "email_folded", "kind"],
                name="one_invitation_waits",
                condition=Q(state__in=["held", "pending_approval", "pending"]),
            ),
            models.UniqueConstraint(
                fields=["handle_hash"], name="one_invitation_per_link", condition=~Q(handle_hash="")
            ),
        ]
        indexes = [
            models.Index(fields=["organization", "portfolio", "state", "id"], name="invitations_of_a_portfolio"),
            models.Index(fields=["email_folded", "state"], name="invitations_of_an_address"),
        ]
