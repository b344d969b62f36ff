"""Partner shares: single assets that another portfolio may use, cut to some tasks."""

from django.db import models

from keyhouse.domain.assets.models import Asset
from keyhouse.domain.organizations.models import Organization
from keyhouse.domain.portfolios.models import Portfolio
from keyhouse.foundation import ids
from keyhouse.foundation.tenancy import Rows


class PartnerShare(models.Model):
    """This partner portfolio has these tasks on this asset, until then; no grant."""

    id = ids.key(ids.Kind.PARTNER_SHARE)
    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="+")
    asset = models.ForeignKey(Asset, on_delete=models.CASCADE, related_name="+")
    partner = models.ForeignKey(Portfolio, on_delete=models.CASCADE, related_name="+")
    partner_organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="+")
    tasks = models.BigIntegerField()
    until = models.DateTimeField(null=True)
    given_by_id = models.BigIntegerField(null=True)
    given_at = models.DateTimeField()

    objects = Rows()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["asset", "partner"], name="one_share_per_partner")]
        indexes = [models.Index(fields=["partner", "asset"], name="shares_of_a_partner")]
