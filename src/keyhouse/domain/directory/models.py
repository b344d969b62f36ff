"""What an administrator keeps of the lists she works with: filters by name, and the columns that she sees."""

from django.db import models

from keyhouse.domain.organizations.models import Organization
from keyhouse.domain.people.models import Person
from keyhouse.foundation import ids
from keyhouse.foundation.tenancy import Rows


class SavedFilter(models.Model):
    """A filter of a list that an administrator named; `query` is the part of the address that makes it."""

    id = ids.key(ids.Kind.SAVED_FILTER)
    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="+")
    owner = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    page = models.CharField(max_length=40)
    name = models.CharField(max_length=60)
    name_folded = models.CharField(max_length=60)
    query = models.CharField(max_length=2000)
    made_at = models.DateTimeField()

    objects = Rows()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "owner", "page", "name_folded"], name="one_saved_filter_per_name"
            ),
        ]


class ColumnChoice(models.Model):
    """The columns of a list that an administrator chose to see."""

    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="+")
    owner = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    page = models.CharField(max_length=40)
    columns = models.JSONField(default=list)

    objects = Rows()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organization", "owner", "page"], name="one_choice_of_columns_per_list"),
        ]
