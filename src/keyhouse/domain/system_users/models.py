"""System users: non-human members of a portfolio, used by software."""

from django.db import models

from keyhouse.domain.organizations.models import Organization
from keyhouse.domain.portfolios.models import Portfolio
from keyhouse.foundation import ids
from keyhouse.foundation.tenancy import Rows


class SystemUser(models.Model):
    """A non-human member of a portfolio; of either role it has only the tasks that were assigned to it."""

    id = ids.key(ids.Kind.SYSTEM_USER)
    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="+")
    portfolio = models.ForeignKey(Portfolio, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=100)
    role = models.CharField(max_length=10, default="EMPLOYEE")
    state = models.CharField(max_length=10, default="active")
    made_at = models.DateTimeField()

    objects = Rows()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["portfolio", "name"], name="one_system_user_per_name")]
