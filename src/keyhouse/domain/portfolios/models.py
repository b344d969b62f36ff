"""Portfolios: the containers of assets, people, partners and system users, and the people's places in them."""

import enum

from django.db import models
from django.db.models import Q

from keyhouse.domain.organizations.models import Organization
from keyhouse.domain.people.models import Person
from keyhouse.foundation import ids
from keyhouse.foundation.tenancy import Rows


class Access(enum.StrEnum):
    """The level of a person in a portfolio."""

    FULL = "full"
    APPS = "apps"
    BASIC = "basic"


class Option(enum.StrEnum):
    """An advanced option beside the level."""

    FINANCE_VIEW = "finance_view"
    FINANCE_EDIT = "finance_edit"
    PARTNERS = "partners"
    RIGHTS_REVIEW = "rights_review"


class MembershipState(enum.StrEnum):
    """Whether a place in a portfolio counts."""

    ACTIVE = "active"
    DEACTIVATED = "deactivated"
    REMOVED = "removed"


class TwoFactorRule(enum.StrEnum):
    """Whose access to a portfolio needs a second factor."""

    NONE = "none"
    ADMINS = "admin_required"
    EVERYONE = "all_required"


class Portfolio(models.Model):
    """A business portfolio of one organization."""

    id = ids.key(ids.Kind.PORTFOLIO)
    organization = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=100)
    time_zone = models.CharField(max_length=60, default="UTC")
    vertical = models.CharField(max_length=60, blank=True)
    two_factor_rule = models.CharField(max_length=20, default=TwoFactorRule.NONE)
    assume_sso_is_enough = models.BooleanField(default=True)
    personal_logins_allowed = models.BooleanField(default=True)
    owners_may_create_accounts = models.BooleanField(default=False)
    invitation_days = models.PositiveSmallIntegerField(default=30)
    needs_full_control = models.BooleanField(default=False)
    made_at = models.DateTimeField()

    objects = Rows()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organization", "name"], name="one_portfolio_per_name")]


class Membership(models.Model):
    """A person's place in a portfolio; it gives access to no asset unless it is full control.

    `returns_to` is the level that a reactivated person had, while it waits to be confirmed. `given_level`,
    `given_until` and `preset_id` are what a people preset gives her here, and `own` is what she has by herself while
    the preset gives more; `level`, `options` and `until` are what counts.
    """

    id = ids.key(ids.Kind.MEMBERSHIP)
    organization = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="+")
    portfolio = models.ForeignKey(Portfolio, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    level = models.CharField(max_length=10, default=Access.BASIC)
    options = models.JSONField(default=list)
    returns_to = models.CharField(max_length=10, blank=True)
    state = models.CharField(max_length=12, default=MembershipState.ACTIVE)
    source = models.CharField(max_length=20, default="direct")
    until = models.DateTimeField(null=True)
    given_level = models.CharField(max_length=10, blank=True)
    given_until = models.DateTimeField(null=True)
    preset_id = models.BigIntegerField(null=True)
    own = models.JSONField(null=True)
    added_by_id = models.BigIntegerField(null=True)
    added_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    objects = Rows()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "portfolio"], name="one_place_per_portfolio")]
        indexes = [
            models.Index(fields=["organization", "portfolio", "state", "id"], name="people_of_a_portfolio"),
            models.Index(
                fields=["portfolio"], name="full_control_of_a_portfolio", condition=Q(level="full", state="active")
            ),
            models.Index(fields=["preset_id"], name="places_of_a_preset", condition=Q(preset_id__isnull=False)),
        ]


class Reveal(models.Model):
    """For a few minutes, one administrator sees the name and address of a person who is masked after leaving."""

    id = ids.key(ids.Kind.OTHER)
    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    shown_to = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    reason = models.CharField(max_length=500)
    until = models.DateTimeField()

    objects = Rows()

    class Meta:
        indexes = [models.Index(fields=["organization", "shown_to", "until"], name="reveals_of_an_administrator")]
