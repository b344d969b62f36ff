"""The table of deeds: who may decide about each, how it is done, and whom it gives something."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from keyhouse.domain.governance.errors import UnknownDeed
from keyhouse.domain.governance.rules import access, domains, roles, security, sign_on
from keyhouse.domain.organizations.rules import Deed
from keyhouse.foundation.permissions import Actor, Permission

Arguments = Mapping[str, Any]


def nobody(organization_id: int, arguments: Arguments) -> frozenset[int]:
    """The deed gives nothing to anybody."""
    return frozenset()


def nothing(by: Actor, arguments: Arguments) -> None:
    """A request that waits changes nothing by itself."""


@dataclass(frozen=True, kw_only=True)
class Way:
    """How a deed is decided and done.

    `permission` is what an administrator needs to decide, `run` does it as the one who asked, and `gains` names the
    people to whom it gives something, who decide nothing about it. Alone, an administrator waits 24 hours, unless it
    is never done alone. `asked` and `ended` say what a request itself changes while it waits, and takes back when it
    closes without the deed.
    """

    permission: Permission
    run: Callable[[Actor, Arguments], object]
    gains: Callable[[int, Arguments], frozenset[int]] = nobody
    alone: bool = True
    asked: Callable[[Actor, Arguments], object] = nothing
    ended: Callable[[Actor, Arguments], object] = nothing


_WAYS: dict[Deed, Way] = {
    Deed.ASSIGN_SYSTEM_ADMIN: Way(
        permission=Permission.ASSIGN_ADMIN_ROLES, run=roles.assign, gains=roles.chosen_people
    ),
    Deed.ASSIGN_ROLE: Way(permission=Permission.ASSIGN_ADMIN_ROLES, run=roles.assign, gains=roles.chosen_people),
    Deed.REMOVE_ROLE: Way(permission=Permission.ASSIGN_ADMIN_ROLES, run=roles.remove),
    Deed.CREATE_ROLE: Way(permission=Permission.ROLES_MANAGE, run=roles.create),
    Deed.EDIT_ROLE: Way(permission=Permission.ROLES_MANAGE, run=roles.edit, gains=roles.holders),
    Deed.DELETE_ROLE: Way(permission=Permission.ROLES_MANAGE, run=roles.delete),
    Deed.ACTIVATE_SSO: Way(permission=Permission.SSO_MANAGE, run=sign_on.activate),
    Deed.CHANGE_SSO: Way(permission=Permission.SSO_MANAGE, run=sign_on.change),
    Deed.TURN_OFF_SSO: Way(permission=Permission.TURN_OFF_SSO, run=sign_on.turn_off),
    Deed.REMOVE_FULL_CONTROL: Way(permission=Permission.TAKE_FULL_CONTROL, run=access.remove_full_control),
    Deed.TAKE_FULL_CONTROL: Way(permission=Permission.TAKE_FULL_CONTROL, run=access.take_full_control),
    Deed.TRUST_DOMAIN: Way(
        permission=Permission.APPROVE_TRUSTED_DOMAIN,
        run=domains.trust,
        alone=False,
        asked=domains.wait_for_trust,
        ended=domains.end_waiting,
    ),
    Deed.END_TWO_FACTOR: Way(permission=Permission.TWO_FACTOR_MANAGE, run=security.change_two_factor),
    Deed.WEAKEN_APPROVALS: Way(permission=Permission.SECURITY_SETTINGS_MANAGE, run=security.change_settings),
    Deed.DELETE_PERSON: Way(permission=Permission.PEOPLE_MANAGE, run=access.delete_person),
}


def register(deed: Deed, way: Way) -> None:
    """Add the way of a deed that a module above this one owns; it says so in its jobs, which load at the start."""
    _WAYS[deed] = way


def way_of(deed: str) -> Way:
    """How a deed is decided and done. Raises UnknownDeed."""
    try:
        return _WAYS[Deed(deed)]
    except (ValueError, KeyError):
        raise UnknownDeed(deed=deed) from None
