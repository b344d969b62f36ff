"""Products: the tools connected to an organization, and the people and groups that may use each."""

import enum

from django.db import models
from django.db.models import Q

from keyhouse.domain.groups.models import PersonGroup
from keyhouse.domain.organizations.models import Organization
from keyhouse.domain.people.models import Person
from keyhouse.foundation import ids
from keyhouse.foundation.tenancy import Rows

BUSINESS_MANAGER = "business_manager"
MIGRATION_CENTER = "migration_center"


class AccessMode(enum.StrEnum):
    """Who may use a product: everyone with an account, or those who were chosen."""

    DEFAULT = "default"
    CUSTOM = "custom"


class SignOn(enum.StrEnum):
    """How a product lets people of Keyhouse sign in."""

    OIDC = "oidc"
    SAML = "saml"


class Source(enum.StrEnum):
    """From where somebody has custom access."""

    DIRECT = "direct"
    PRESET = "preset"
    RELATIONSHIP = "relationship"


class Product(models.Model):
    """A tool that people of an organization may use; `code` names one that is built in.

    `redirect_addresses` are the places to which answers of a sign-in may go: redirect addresses of OIDC, assertion
    consumer services of SAML. `address` is the page where people open it.
    """

    id = ids.key(ids.Kind.PRODUCT)
    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="+", db_index=False)
    code = models.CharField(max_length=40, blank=True)
    catalog = models.CharField(max_length=40, blank=True)
    name = models.CharField(max_length=100)
    name_folded = models.CharField(max_length=100)
    access = models.CharField(max_length=10, default=AccessMode.DEFAULT)
    sign_on = models.CharField(max_length=10, blank=True)
    redirect_addresses = models.JSONField(default=list)
    entity_id = models.CharField(max_length=1024, blank=True)
    address = models.CharField(max_length=1024, blank=True)
    capabilities = models.JSONField(default=list)
    connected_by_id = models.BigIntegerField(null=True)
    connected_at = models.DateTimeField()

    objects = Rows()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organization", "name_folded"], name="one_product_per_name"),
            models.UniqueConstraint(
                fields=["organization", "code"], condition=~Q(code=""), name="one_built_in_product_per_code"
            ),
            models.UniqueConstraint(
                fields=["organization", "entity_id"], condition=~Q(entity_id=""), name="one_product_per_entity_id"
            ),
        ]
        indexes = [models.Index(fields=["organization", "code"], name="products_that_are_built_in")]

    @property
    def is_built_in(self) -> bool:
        """Whether it came with the organization and can't be removed."""
        return self.code != ""

    @property
    def is_custom(self) -> bool:
        """Whether only those who were chosen may use it."""
        return self.access == AccessMode.CUSTOM


class ProductLogo(models.Model):
    """The picture that stands for a product."""

    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="+")
    product = models.OneToOneField(Product, on_delete=models.CASCADE, related_name="logo")
    content = models.BinaryField()
    media_type = models.CharField(max_length=20)

    objects = Rows()


class ProductAccess(models.Model):
    """Custom access: this person, or everybody in this group, may use the product; `source_id` is the preset."""

    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="+")
    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="+", db_index=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, related_name="+")
    group = models.ForeignKey(PersonGroup, on_delete=models.CASCADE, null=True, related_name="+")
    source = models.CharField(max_length=20, default=Source.DIRECT)
    source_id = models.BigIntegerField(default=0)
    given_by_id = models.BigIntegerField(null=True)
    given_at = models.DateTimeField()

    objects = Rows()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["product", "person", "source", "source_id"],
                condition=Q(group=None),
                name="one_access_of_a_person_per_source",
            ),
            models.UniqueConstraint(
                fields=["product", "group", "source", "source_id"],
                condition=Q(person=None),
                name="one_access_of_a_group_per_source",
            ),
            models.CheckConstraint(
                name="access_is_of_a_person_or_of_a_group",
                condition=Q(person__isnull=False, group__isnull=True) | Q(person__isnull=True, group__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["organization", "source", "source_id"], name="access_by_source")]
