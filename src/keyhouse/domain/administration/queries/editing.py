"""Why a role can't be made, edited or deleted."""

from collections.abc import Collection

from keyhouse.domain.administration import errors, rules
from keyhouse.domain.administration.models import Role, RoleHolder
from keyhouse.foundation.errors import BrokenRule
from keyhouse.foundation.permissions import Actor, ActorKind


def locked_role(role: Role) -> Role:
    """A role read anew with its row locked, so that two edits at once come one after the other. Raises NoSuchRole."""
    found: Role | None = Role.objects.of(role.organization_id).select_for_update().filter(id=role.id).first()
    if found is None:
        raise errors.NoSuchRole()
    return found


def why_not_role(role: Role, permissions: Collection[str]) -> BrokenRule | None:
    """Why a custom role can't be called and allow this, or None."""
    if not role.name:
        return errors.RoleNameNeeded()
    others = Role.objects.of(role.organization_id).filter(name_folded=role.name.casefold())
    if others.exclude(id=role.id).exists():
        return errors.RoleNameTaken(name=role.name)
    if reserved := rules.not_for_roles(permissions):
        return errors.ReservedRight(permission=reserved[0])
    return None if rules.permissions_named(permissions) else errors.RoleAllowsNothing()


def why_not_edit(by: Actor, role: Role, permissions: Collection[str]) -> BrokenRule | None:
    """Why this actor can't make a role this: it is a default one, or she would give more than she holds."""
    if role.is_default:
        return errors.RoleIsDefault(role=role.name)
    if broken := why_not_role(role, permissions):
        return broken
    added = rules.permissions_named(permissions) - rules.permissions_given_by(role)
    lacking = sorted(str(one.sentence) for one in added - by.permissions)
    if lacking and any(numbers_of(role)) and by.kind is not ActorKind.OPERATOR:
        return errors.MoreThanYouHold(permissions=", ".join(lacking))
    return None


def why_not_delete(role: Role) -> BrokenRule | None:
    """Why a role can't be deleted: it is a default one, or people presets give it."""
    if role.is_default:
        return errors.RoleIsDefault(role=role.name)
    given = RoleHolder.objects.of(role.organization_id).filter(role=role, source=rules.Source.PRESET)
    return errors.RoleInPresets(role=role.name) if given.exists() else None


def numbers_of(role: Role) -> tuple[int, int]:
    """How many people and how many groups hold a role."""
    held = RoleHolder.objects.of(role.organization_id).filter(role=role)
    people = held.filter(person__isnull=False).values("person_id").distinct().count()
    return people, held.filter(group__isnull=False).values("group_id").distinct().count()
