"""External relationships: one organization hosts people of another, who stay the other's."""

import enum

from django.db import models
from django.db.models import Q

from keyhouse.domain.organizations.models import Organization
from keyhouse.domain.people.models import Person
from keyhouse.foundation import ids
from keyhouse.foundation.tenancy import Rows


class InvitationKind(enum.StrEnum):
    """How the other organization learns of an offer."""

    CODE = "code"
    MAIL = "mail"


class OfferState(enum.StrEnum):
    """What has become of an offer of a relationship."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    CANCELED = "canceled"


class RelationshipState(enum.StrEnum):
    """Whether a relationship lets anybody in."""

    ACTIVE = "active"
    ENDED = "ended"


class GuestState(enum.StrEnum):
    """Where a person stands in a relationship."""

    REQUESTED = "requested"
    ACTIVE = "active"
    DECLINED = "declined"
    ENDED = "ended"


class Holding(enum.StrEnum):
    """What a host lets its guests hold."""

    PRODUCTS = "products"
    EXTERNAL_SYSTEM_ADMIN = "external_system_admin"


OPEN_PLACES = (GuestState.REQUESTED, GuestState.ACTIVE)


class RelationshipInvitation(models.Model):
    """An offer of a relationship: a relationship ID, kept hashed, or an invitation mailed to an administrator.

    `organization` offers; `offers_to_host` says whether it would be the host. `partner_organization` is the one that
    the offer has reached, null until it is known.
    """

    id = ids.key(ids.Kind.RELATIONSHIP_INVITATION)
    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="+")
    partner_organization = models.ForeignKey(Organization, on_delete=models.CASCADE, null=True, related_name="+")
    kind = models.CharField(max_length=10)
    offers_to_host = models.BooleanField()
    code_hash = models.CharField(max_length=64, blank=True)
    email = models.CharField(max_length=320, blank=True)
    email_folded = models.CharField(max_length=320, blank=True)
    note = models.CharField(max_length=500, blank=True)
    state = models.CharField(max_length=10, default=OfferState.WAITING)
    made_by_id = models.BigIntegerField(null=True)
    made_at = models.DateTimeField()
    until = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    objects = Rows()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["code_hash"], name="one_relationship_id", condition=~Q(code_hash="")),
        ]
        indexes = [
            models.Index(fields=["organization", "state", "id"], name="relationship_offers_made"),
            models.Index(fields=["partner_organization", "state", "id"], name="relationship_offers_got"),
            models.Index(fields=["email_folded", "state"], name="relationship_offers_mailed"),
        ]


class ExternalRelationship(models.Model):
    """A host, which is its organization, lets people of a guest organization act in it, on its terms, until a day."""

    id = ids.key(ids.Kind.RELATIONSHIP)
    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="+")
    partner_organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="+")
    state = models.CharField(max_length=10, default=RelationshipState.ACTIVE)
    may_hold = models.JSONField(default=list)
    auto_approve = models.BooleanField(default=False)
    second_factor_required = models.BooleanField(default=True)
    made_at = models.DateTimeField()
    until = models.DateTimeField()
    reminded_days = models.PositiveSmallIntegerField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.CharField(max_length=10, blank=True)

    objects = Rows()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "partner_organization"],
                name="one_relationship_at_a_time",
                condition=Q(state="active"),
            ),
            models.CheckConstraint(
                name="nobody_hosts_herself", condition=~Q(organization=models.F("partner_organization"))
            ),
        ]
        indexes = [
            models.Index(fields=["partner_organization", "state", "id"], name="relationships_as_guest"),
            models.Index(fields=["until"], name="relationships_that_end", condition=Q(state="active")),
        ]


class Guest(models.Model):
    """A person of the guest organization in a relationship: asked for, in it, or out of it again."""

    id = ids.key(ids.Kind.MEMBER_REQUEST)
    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="+")
    partner_organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="+")
    relationship = models.ForeignKey(ExternalRelationship, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    state = models.CharField(max_length=10, default=GuestState.REQUESTED)
    note = models.CharField(max_length=500, blank=True)
    asked_by_id = models.BigIntegerField(null=True)
    asked_at = models.DateTimeField()
    decided_by_id = models.BigIntegerField(null=True)
    decided_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    objects = Rows()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["relationship", "person"],
                name="one_place_of_a_guest",
                condition=Q(state__in=["requested", "active"]),
            ),
        ]
        indexes = [
            models.Index(fields=["organization", "state", "id"], name="guests_of_a_host"),
            models.Index(fields=["partner_organization", "state", "id"], name="guests_of_their_home"),
            models.Index(fields=["person", "state"], name="places_of_a_guest"),
        ]
