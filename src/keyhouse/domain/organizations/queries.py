"""Questions about organizations."""

from keyhouse.domain.organizations.models import Organization
from keyhouse.foundation.errors import NotFound


def organization(identifier: int) -> Organization:
    """The organization with this id. Raises NotFound."""
    found = Organization.objects.filter(id=identifier).first()
    if found is None:
        raise NotFound()
    return found


def named(name: str) -> Organization | None:
    """The organization of this name, whatever its letter case."""
    return Organization.objects.filter(name_folded=name.strip().casefold()).first()


def locked(identifier: int) -> Organization:
    """The organization with its row locked until the transaction ends, as every last-administrator check needs it."""
    return Organization.objects.select_for_update().get(id=identifier)
