"""Assets: things owned by exactly one portfolio, and named sets of them."""

from django.db import models
from django.db.models import Q

from keyhouse.domain.organizations.models import Organization
from keyhouse.domain.people.models import Person
from keyhouse.domain.portfolios.models import Portfolio
from keyhouse.foundation import ids
from keyhouse.foundation.tenancy import Rows


class Asset(models.Model):
    """A page, ad account, catalog …: a record with an owner; its external id has a meaning only in its organization."""

    id = ids.key(ids.Kind.ASSET)
    organization = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="+")
    portfolio = models.ForeignKey(Portfolio, on_delete=models.PROTECT, related_name="+")
    type = models.CharField(max_length=40)
    name = models.CharField(max_length=200)
    external_id = models.CharField(max_length=100, blank=True)
    facts = models.JSONField(default=dict)
    leads_restricted = models.BooleanField(default=False)
    released_at = models.DateTimeField(null=True)
    made_at = models.DateTimeField()

    objects = Rows()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "type", "external_id"],
                name="one_asset_per_external_id",
                condition=~Q(external_id=""),
            ),
        ]
        indexes = [models.Index(fields=["organization", "portfolio", "type", "id"], name="assets_of_a_portfolio")]

    @property
    def outside_id(self) -> str:
        """Its id in the outside system as people write it: an ad account's with `act_` before it."""
        return f"act_{self.external_id}" if self.external_id and self.type == "ad_account" else self.external_id


class LeadsReader(models.Model):
    """A person who may read the leads of a page whose leads access is restricted."""

    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="+")
    asset = models.ForeignKey(Asset, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")

    objects = Rows()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["asset", "person"], name="one_leads_reader")]


class AssetGroup(models.Model):
    """A named set of assets that can be granted at once."""

    id = ids.key(ids.Kind.ASSET_GROUP)
    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="+")
    portfolio = models.ForeignKey(Portfolio, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=100)
    made_at = models.DateTimeField()

    objects = Rows()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["portfolio", "name"], name="one_asset_group_per_name")]


class AssetGroupMember(models.Model):
    """An asset's place in an asset group."""

    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="+")
    group = models.ForeignKey(AssetGroup, on_delete=models.CASCADE, related_name="+")
    asset = models.ForeignKey(Asset, on_delete=models.CASCADE, related_name="+")

    objects = Rows()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["asset", "group"], name="one_place_per_asset_group")]
