"""Known devices: what is kept of a browser and of a network, which is as little as it takes to know them again."""

from django.db import models

from keyhouse.domain.organizations.models import Organization
from keyhouse.domain.people.models import Person
from keyhouse.foundation import ids
from keyhouse.foundation.tenancy import Rows


class KnownDevice(models.Model):
    """A browser in which a person signed in before, known by the hash of a cookie of its own and by nothing else.

    For the days that the organization allows after `trusted_at` it isn't asked for a code after the password.
    """

    id = ids.key(ids.Kind.OTHER)
    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, null=True, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    secret_hash = models.CharField(max_length=64)
    device = models.CharField(max_length=200, blank=True)
    first_at = models.DateTimeField()
    last_at = models.DateTimeField()
    trusted_at = models.DateTimeField(null=True)

    objects = Rows()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "secret_hash"], name="a_device_is_known_once")]


class KnownNetwork(models.Model):
    """A network from which a person signed in before: the first part of an address, kept for ninety days."""

    id = ids.key(ids.Kind.OTHER)
    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, null=True, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    network = models.CharField(max_length=50)
    last_at = models.DateTimeField()

    objects = Rows()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "network"], name="a_network_is_known_once")]
