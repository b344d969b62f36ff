"""Whether somebody who can administer is left: the last System admin, and the last one with a password."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db.models import QuerySet

from keyhouse.domain.administration.errors import LastBreakGlass, LastSystemAdmin
from keyhouse.domain.administration.models import RoleHolder
from keyhouse.domain.administration.queries.live import lasting_system_admins, system_admins
from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.organizations.models import Organization
from keyhouse.domain.people.models import Person, SignInMethod
from keyhouse.foundation.errors import BrokenRule


@dataclass(frozen=True, kw_only=True)
class Left:
    """Which ways into Admin Center are left: anybody, by password, by a password that no connection can take away."""

    anybody: bool
    by_password: bool
    unmanaged: bool

    def why_not(self, before: "Left") -> BrokenRule | None:
        """The rule that a change from `before` to this breaks; what was missing before can't be lost."""
        if before.anybody and not self.anybody:
            return LastSystemAdmin()
        if (before.by_password and not self.by_password) or (before.unmanaged and not self.unmanaged):
            return LastBreakGlass()
        return None


def is_system_admin(person: Person) -> bool:
    """Whether a person holds the role System admin in her organization now, directly or through a group."""
    own = person.organization_id
    return own is not None and system_admins(own).filter(id=person.id).exists()


def why_not_without(person: Person) -> BrokenRule | None:
    """Why a person can't stop being an administrator who is there: the last one, or the last one with a password.

    Locks the row of her organization first, so that two removals at once can't both see the other's administrator.
    """
    own = person.organization_id
    if own is None or not is_system_admin(person):
        return None
    organizations.locked(own)
    admins = lasting_system_admins(own)
    return _left(admins.exclude(id=person.id)).why_not(_left(admins))


def why_not_without_holding(holder: RoleHolder) -> BrokenRule | None:
    """Why a holding can't end: without it no System admin would be left, or none with a password. Locks likewise."""
    if not holder.role.is_system_admin:
        return None
    own = holder.organization_id
    organizations.locked(own)
    return _left(lasting_system_admins(own, but=holder.id)).why_not(_left(lasting_system_admins(own)))


def why_not_method(person: Person, method: SignInMethod) -> BrokenRule | None:
    """Why an administrator can't sign in so: she is the last one with a password. Locks her organization."""
    own = person.organization_id
    if method == SignInMethod.PASSWORD or own is None or not is_system_admin(person):
        return None
    organizations.locked(own)
    admins = lasting_system_admins(own)
    others = _left(admins.exclude(id=person.id))
    after = Left(anybody=admins.exists(), by_password=others.by_password, unmanaged=others.unmanaged)
    return after.why_not(_left(admins))


def ensure_system_admin(organization: Organization | int) -> None:
    """Refuse a change that was just made when no System admin is left, or none with a password.

    Locks the row of the organization, so that of two changes at once the second sees the first. Raises
    LastSystemAdmin, LastBreakGlass.
    """
    own = organization if isinstance(organization, int) else organization.id
    organizations.locked(own)
    if broken := _left(lasting_system_admins(own)).why_not(Left(anybody=True, by_password=True, unmanaged=False)):
        raise broken


@contextmanager
def keeping_system_admin(organization_id: int) -> Iterator[None]:
    """Refuse what happens inside when it takes the last System admin, or the last one with a password.

    Locks the row of the organization first. Raises LastSystemAdmin, LastBreakGlass.
    """
    organizations.locked(organization_id)
    before = _left(lasting_system_admins(organization_id))
    yield
    if broken := _left(lasting_system_admins(organization_id)).why_not(before):
        raise broken


def _left(admins: "QuerySet[Person]") -> Left:
    by_password = admins.filter(sign_in_method=SignInMethod.PASSWORD)
    unmanaged = by_password.filter(managed_by=None)
    return Left(anybody=admins.exists(), by_password=by_password.exists(), unmanaged=unmanaged.exists())
