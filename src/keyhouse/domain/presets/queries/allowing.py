"""What stands against a preset: things and people that don't go together, and what goes beyond the actor."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from keyhouse.domain.administration import queries as administration
from keyhouse.domain.administration.errors import OwnRole, RoleHeldAlready
from keyhouse.domain.administration.models import Role, RoleCode
from keyhouse.domain.assets.rules import types
from keyhouse.domain.grants import queries as grants
from keyhouse.domain.groups.models import PersonGroup
from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.organizations.errors import NeedsApproval
from keyhouse.domain.organizations.rules import Change, Deed
from keyhouse.domain.people.models import Person, PersonState
from keyhouse.domain.portfolios import queries as portfolios
from keyhouse.domain.portfolios.models import Access, Portfolio
from keyhouse.domain.presets import rules
from keyhouse.domain.presets.errors import NotForPresets, PersonNotForPresets, TooManyAdministrators, TooManyPeople
from keyhouse.domain.presets.queries.giving import subject_rows
from keyhouse.domain.presets.queries.naming import words_of
from keyhouse.domain.presets.rules import Changes, Content, Subjects, Thing
from keyhouse.domain.products.models import Product
from keyhouse.foundation.errors import BrokenRule
from keyhouse.foundation.permissions import Actor, Permission, allows, facts_of, require_fresh

GONE = (PersonState.DEACTIVATED, PersonState.DELETED)


def allowed_changes(
    by: Actor, organization_id: int, before: Content | None, after: Content | None, arguments: Mapping[str, Any]
) -> Changes:
    """The changes from one content to the other, after every check that this actor may make them.

    `arguments` say how an approval makes them later. Raises NeedsFreshSignIn, NeedsApproval, OwnRole, NotForPresets,
    PersonNotForPresets, TooManyAdministrators, TooManyPeople, and what stands against a role.
    """
    changes = rules.changes_between(before, after)
    kinds = {one.kind for one in rules.touched(changes)}
    if "role" in kinds:
        require_fresh(by, within=organizations.fresh_within(organization_id))
    broken = why_not(organization_id, before, after) if after else None
    if broken := broken or why_not_roles(by, organization_id, changes):
        raise broken
    name = after.name if after else before.name if before else ""
    if by.approved != Deed.GIVE_BY_PRESET and beyond_own(by, organization_id, changes):
        summary = summary_of(organization_id, name, changes)
        deed = Deed.GIVE_BY_PRESET
        raise NeedsApproval(
            deed=deed, label=deed.label, organization_id=organization_id, arguments=arguments, summary=summary
        )
    if kinds & {"role", "product"} and by.approved != Deed.GIVE_BY_PRESET:
        organizations.require_second_admin(
            by=by, deed=Deed.EDIT_PRESET, organization=organization_id, arguments=arguments,
            summary=summary_of(organization_id, name, changes),
        )  # fmt: skip
    return changes


def why_not(organization_id: int, before: Content | None, after: Content) -> BrokenRule | None:
    """Why a preset can't hold this: something new in it isn't there, or somebody who joins has left; None if it can."""
    changes = rules.changes_between(before, after)
    if after.roles and len(after.people) > rules.MOST_ADMINISTRATORS:
        return TooManyAdministrators(most=rules.MOST_ADMINISTRATORS)
    if len(after.people) > rules.MOST_PEOPLE:
        return TooManyPeople(most=rules.MOST_PEOPLE)
    return _why_not_things(organization_id, changes.gained) or _why_not_subjects(organization_id, changes.joining)


def _why_not_things(organization_id: int, things: Iterable[Thing]) -> BrokenRule | None:
    new = list(things)
    roles = Role.objects.of(organization_id).exclude(code=RoleCode.EXTERNAL_SYSTEM_ADMIN)
    known = {
        "role": set(roles.values_list("id", flat=True)),
        "product": set(Product.objects.of(organization_id).values_list("id", flat=True)),
        "place": set(Portfolio.objects.of(organization_id).values_list("id", flat=True)),
    }
    for one in new:
        if one.kind in known and one.id not in known[one.kind]:
            return NotForPresets(thing=words_of(organization_id, [one])[0])
    return _why_not_tasks(organization_id, [one for one in new if one.kind == "task"])


def _why_not_tasks(organization_id: int, things: list[Thing]) -> BrokenRule | None:
    for portfolio in Portfolio.objects.of(organization_id).filter(id__in={one.id for one in things}):
        mine = [one for one in things if one.id == portfolio.id]
        giving = grants.all_of(portfolio, [one.detail[0] for one in mine])
        for one in mine:
            object_id, kind, bits = one.detail
            allowance, known = giving.assets.get(object_id), types.TYPES.get(kind)
            fits = object_id in giving.groups or (allowance and allowance.type is known and not bits & ~allowance.bits)
            if known is None or not 0 < bits <= known.every_bit or not fits:
                return NotForPresets(thing=words_of(organization_id, [one])[0] if known else kind)
    return None


def _why_not_subjects(organization_id: int, joining: Subjects) -> BrokenRule | None:
    rows = subject_rows(organization_id, joining)
    if len(rows) != len(joining.people) + len(joining.groups):
        return NotForPresets(thing=_("Somebody"))
    gone = next((one for one in rows if isinstance(one, Person) and one.state in GONE), None)
    return PersonNotForPresets(name=gone.name, state=gone.state) if gone else None


def why_not_roles(by: Actor, organization_id: int, changes: Changes) -> BrokenRule | None:
    """Why the admin roles of a preset can't go to those who gain them: herself, an address that isn't good; or None."""
    gaining = [(changes.joining, changes.after), (changes.staying, changes.gained)]
    for subjects, things in gaining:
        for role in Role.objects.of(organization_id).filter(id__in={one.id for one in things if one.kind == "role"}):
            broken = (_why_not_role(by, role, one) for one in subject_rows(organization_id, subjects))
            if found := next((one for one in broken if one is not None), None):
                return found
    return None


def _why_not_role(by: Actor, role: Role, subject: Person | PersonGroup) -> BrokenRule | None:
    if isinstance(subject, PersonGroup):
        found = administration.why_not_group(by, role, subject)
        return None if isinstance(found, RoleHeldAlready) else found
    if by.person_id == subject.id:
        return OwnRole()
    return administration.why_not_address(subject, role.organization_id)


def beyond_own(by: Actor, organization_id: int, changes: Changes) -> list[Thing]:
    """What this actor couldn't give or take by herself: roles, products, places in portfolios that aren't hers."""
    touched, on = rules.touched(changes), facts_of(organization_id)
    is_system_admin = allows(by, Permission.ASSIGN_ADMIN_ROLES, on)
    if is_system_admin:
        return []
    found = [one for one in touched if one.kind == "role"]
    if not allows(by, Permission.PRODUCTS_MANAGE, on):
        found += [one for one in touched if one.kind == "product"]
    places = {one.id for one in touched if one.kind in ("place", "task")}
    controlled = {
        one.id
        for one in Portfolio.objects.of(organization_id).filter(id__in=places)
        if portfolios.facts_for(by, one).level == Access.FULL
    }
    return sorted(found + [one for one in touched if one.kind == "place" and one.id not in controlled])


def summary_of(organization_id: int, name: str, changes: Changes) -> list[Change]:
    """What a change of a preset changes, for the one who decides about it."""
    lines = [Change(_("Preset"), name, name)]
    if changes.before != changes.after:
        told = [", ".join(words_of(organization_id, side)) or "–" for side in (changes.before, changes.after)]
        lines.append(Change(_("Gives"), *told))
    for label, subjects in ((_("Gain it"), changes.joining), (_("Lose it"), changes.leaving)):
        if subjects:
            names = [one.name for one in subject_rows(organization_id, subjects)[:20]]
            more = len(subjects.people) + len(subjects.groups) - len(names)
            told_names = ", ".join(names) + (f" +{more}" if more > 0 else "")
            lines.append(Change(label, *(("–", told_names) if subjects is changes.joining else (told_names, "–"))))
    return lines


def told(organization_id: int, before: Content, after: Content, changes: Changes) -> str:
    """What an edit changes, in words of the log."""
    words = [_("name")] if before.name != after.name else []
    words += [_("description")] if before.description != after.description else []
    for sign, things in (("+", changes.gained), ("−", changes.lost)):
        words += [f"{sign}{one}" for one in words_of(organization_id, things)]
    for sign, subjects in (("+", changes.joining), ("−", changes.leaving)):
        words += [f"{sign}{one.name}" for one in subject_rows(organization_id, subjects)[:20]]
    return ", ".join(words)
