"""People: every login of the installation, work accounts of organizations and personal logins of nobody."""

import enum

from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.db.models.functions import StrIndex, Substr

from keyhouse.domain.connections.models import Connection
from keyhouse.domain.organizations.models import Organization
from keyhouse.foundation import ids
from keyhouse.foundation.addresses import domain_of
from keyhouse.foundation.search import TextIndex
from keyhouse.foundation.tenancy import Rows


class PersonKind(enum.StrEnum):
    """Who owns the login."""

    WORK = "work"
    PERSONAL = "personal"


class PersonState(enum.StrEnum):
    """Where an account stands in its life."""

    ADDED = "added"
    INVITED = "invited"
    ACTIVE = "active"
    LOCKED = "locked"
    SUSPENDED = "suspended"
    DEACTIVATED = "deactivated"
    DELETED = "deleted"


class SignInMethod(enum.StrEnum):
    """How a person signs in."""

    SSO = "sso"
    PASSWORD = "password"  # noqa: S105 -- the wire value of a method


class Person(models.Model):
    """A login: a work account that an organization owns, or a personal login that belongs to no organization."""

    id = ids.key(ids.Kind.PERSON)
    organization = models.ForeignKey(
        Organization, on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    kind = models.CharField(max_length=10, default=PersonKind.WORK)
    state = models.CharField(max_length=12, default=PersonState.ADDED)
    email = models.CharField(max_length=320)
    email_folded = models.CharField(max_length=320)
    domain_folded = models.GeneratedField(
        expression=Case(
            When(email_folded__contains="@", then=Substr("email_folded", StrIndex(F("email_folded"), Value("@")) + 1)),
            default=Value(""),
        ),
        output_field=models.CharField(max_length=320),
        db_persist=True,
    )
    holds_address = models.BooleanField(default=True)
    given_name = models.CharField(max_length=100, blank=True)
    family_name = models.CharField(max_length=100, blank=True)
    display_name = models.CharField(max_length=200, blank=True)
    name_folded = models.CharField(max_length=400, blank=True)
    job_title = models.CharField(max_length=200, blank=True)
    job_title_folded = models.CharField(max_length=600, blank=True)
    department = models.CharField(max_length=200, blank=True)
    department_folded = models.CharField(max_length=600, blank=True)
    division = models.CharField(max_length=200, blank=True)
    division_folded = models.CharField(max_length=600, blank=True)
    company = models.CharField(max_length=200, blank=True)
    company_folded = models.CharField(max_length=600, blank=True)
    cost_center = models.CharField(max_length=200, blank=True)
    cost_center_folded = models.CharField(max_length=600, blank=True)
    location = models.CharField(max_length=400, blank=True)
    location_folded = models.CharField(max_length=1200, blank=True)
    user_type = models.CharField(max_length=200, blank=True)
    user_type_folded = models.CharField(max_length=600, blank=True)
    phone = models.CharField(max_length=100, blank=True)
    employee_number = models.CharField(max_length=200, blank=True)
    locale = models.CharField(max_length=100, blank=True)
    time_zone = models.CharField(max_length=100, blank=True)
    manager = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="+")
    start_date = models.DateTimeField(null=True)
    term_date = models.DateTimeField(null=True)
    sign_in_method = models.CharField(max_length=10, default=SignInMethod.SSO)
    managed_by = models.ForeignKey(Connection, on_delete=models.SET_NULL, null=True, related_name="+")
    detached = models.BooleanField(default=False)
    field_sources = models.JSONField(default=dict)
    scim = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=1)
    hold = models.BooleanField(default=False)
    remembered_active = models.BooleanField(null=True)
    state_reason = models.CharField(max_length=200, blank=True)
    made_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    invited_at = models.DateTimeField(null=True)
    activated_at = models.DateTimeField(null=True)
    deactivated_at = models.DateTimeField(null=True)
    last_active_at = models.DateTimeField(null=True)

    objects = Rows()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["email_folded", "kind"], name="one_account_holds_an_address", condition=Q(holds_address=True)
            ),
            models.UniqueConstraint(
                fields=["organization", "email_folded"],
                name="one_account_per_organization",
                condition=Q(kind="work") & ~Q(state="deleted"),
            ),
            models.CheckConstraint(
                name="work_accounts_have_an_organization",
                condition=Q(kind="work", organization__isnull=False) | Q(kind="personal", organization__isnull=True),
            ),
        ]
        indexes = [
            models.Index(fields=["organization", "id"], name="people_in_order"),
            models.Index(fields=["organization", "state", "id"], name="people_by_state"),
            models.Index(fields=["organization", "name_folded", "id"], name="people_by_name"),
            models.Index(fields=["organization", "email_folded", "id"], name="people_by_email"),
            models.Index(fields=["organization", "domain_folded", "id"], name="people_by_domain"),
            models.Index(fields=["organization", "job_title", "id"], name="people_by_title"),
            models.Index(fields=["organization", "department", "id"], name="people_by_department"),
            models.Index(fields=["organization", "last_active_at", "id"], name="people_by_use"),
            models.Index(fields=["term_date"], name="people_who_leave", condition=Q(term_date__isnull=False)),
            TextIndex(
                fields=["name_folded", "email_folded", "given_name", "family_name", "job_title", "department"],
                name="people_by_text",
            ),
            models.Index(
                fields=["organization", "managed_by", "id", "detached", "state"], name="people_of_a_connection"
            ),
        ]

    @property
    def name(self) -> str:
        """The name shown for this person; her address when she has none."""
        return self.display_name or f"{self.given_name} {self.family_name}".strip() or self.email

    @property
    def domain(self) -> str:
        """The domain of her address; empty for an account without email."""
        return domain_of(self.email_folded)

    @property
    def has_email(self) -> bool:
        """Whether the account is named by an email address."""
        return "@" in self.email_folded

    @property
    def is_work_account(self) -> bool:
        """Whether an organization owns this account."""
        return self.kind == PersonKind.WORK

    @property
    def was_activated(self) -> bool:
        """Whether she has ever finished activation."""
        return self.activated_at is not None


class Headcount(models.Model):
    """How many accounts of an organization are in a state, as a job counted them last."""

    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="+")
    state = models.CharField(max_length=12)
    number = models.PositiveIntegerField()
    counted_at = models.DateTimeField()

    objects = Rows()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organization", "state"], name="one_headcount_per_state")]


class ExternalId(models.Model):
    """What a connection calls a person: opaque text, unique in the connection, never compared with our ids."""

    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="+")
    connection = models.ForeignKey(Connection, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="external_ids")
    value = models.CharField(max_length=512)

    objects = Rows()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["connection", "value"], name="one_person_per_external_id"),
            models.UniqueConstraint(fields=["connection", "person"], name="one_external_id_per_person"),
        ]
