"""People presets: what each gives, and to whom."""

import enum

from django.db import models
from django.db.models import Q

from keyhouse.domain.administration.models import Role
from keyhouse.domain.groups.models import PersonGroup
from keyhouse.domain.organizations.models import Organization
from keyhouse.domain.people.models import Person
from keyhouse.domain.portfolios.models import Access, Portfolio
from keyhouse.domain.products.models import Product
from keyhouse.foundation import ids
from keyhouse.foundation.tenancy import Rows


class PresetState(enum.StrEnum):
    """Whether a preset gives something, or is being removed and takes back what it gave."""

    ACTIVE = "active"
    ENDING = "ending"


class Preset(models.Model):
    """A named bundle; `version` grows with every change, so that nobody overwrites what somebody else changed."""

    id = ids.key(ids.Kind.PRESET)
    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=100)
    name_folded = models.CharField(max_length=100)
    description = models.CharField(max_length=500, blank=True)
    state = models.CharField(max_length=10, default=PresetState.ACTIVE)
    version = models.PositiveIntegerField(default=1)
    work_id = models.BigIntegerField(null=True)
    made_by_id = models.BigIntegerField(null=True)
    made_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    objects = Rows()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "name_folded"], condition=Q(state="active"), name="one_preset_per_name"
            ),
        ]

    @property
    def is_ending(self) -> bool:
        """Whether it is being removed."""
        return self.state == PresetState.ENDING


class PresetRole(models.Model):
    """An admin role that a preset gives."""

    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="+")
    preset = models.ForeignKey(Preset, on_delete=models.CASCADE, related_name="+", db_index=False)
    role = models.ForeignKey(Role, on_delete=models.CASCADE, related_name="+")

    objects = Rows()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["preset", "role"], name="one_role_per_preset")]


class PresetProduct(models.Model):
    """A product to which a preset gives access."""

    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="+")
    preset = models.ForeignKey(Preset, on_delete=models.CASCADE, related_name="+", db_index=False)
    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="+")

    objects = Rows()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["preset", "product"], name="one_product_per_preset")]


class PresetPlace(models.Model):
    """A portfolio in which a preset gives a place, with this level."""

    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="+")
    preset = models.ForeignKey(Preset, on_delete=models.CASCADE, related_name="+", db_index=False)
    portfolio = models.ForeignKey(Portfolio, on_delete=models.CASCADE, related_name="+")
    level = models.CharField(max_length=10, default=Access.BASIC)

    objects = Rows()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["preset", "portfolio"], name="one_portfolio_per_preset")]


class PresetTask(models.Model):
    """Tasks on an asset or asset group that a preset gives with its place in a portfolio."""

    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="+")
    place = models.ForeignKey(PresetPlace, on_delete=models.CASCADE, related_name="+", db_index=False)
    object_id = models.BigIntegerField()
    asset_type = models.CharField(max_length=40)
    tasks = models.BigIntegerField()

    objects = Rows()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["place", "object_id", "asset_type"], name="one_preset_task_per_object"),
        ]


class PresetHolder(models.Model):
    """A person or a group to whom a preset gives what it holds."""

    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="+")
    preset = models.ForeignKey(Preset, on_delete=models.CASCADE, related_name="+", db_index=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, related_name="+")
    group = models.ForeignKey(PersonGroup, on_delete=models.CASCADE, null=True, related_name="+")
    added_by_id = models.BigIntegerField(null=True)
    added_at = models.DateTimeField()

    objects = Rows()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["preset", "person"], name="one_person_per_preset"),
            models.UniqueConstraint(fields=["preset", "group"], name="one_group_per_preset"),
            models.CheckConstraint(
                name="a_person_or_a_group_has_it",
                condition=Q(person__isnull=False, group__isnull=True) | Q(person__isnull=True, group__isnull=False),
            ),
        ]
