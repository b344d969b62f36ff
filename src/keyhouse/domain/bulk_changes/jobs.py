"""What is done to each of many people, and where the people come from."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _

from keyhouse.domain.bulk_changes import queries
from keyhouse.domain.bulk_changes.errors import NotYourself
from keyhouse.domain.bulk_changes.rules import BESIDES, NOT_YOURSELF, Choice, Deed, Details
from keyhouse.domain.deprovisioning import actions as deprovisioning
from keyhouse.domain.directory.rules import Filter
from keyhouse.domain.group_membership import actions as membership
from keyhouse.domain.groups import queries as groups
from keyhouse.domain.lifecycle import actions as lifecycle
from keyhouse.domain.people import queries as people
from keyhouse.domain.people.models import Person, PersonState, SignInMethod
from keyhouse.domain.products import actions as access
from keyhouse.domain.products import queries as products
from keyhouse.domain.profiles import actions as profiles
from keyhouse.domain.recovery import actions as recovery
from keyhouse.domain.sign_in import actions as sign_in
from keyhouse.foundation.long_work import NewRow, Skipped, handler
from keyhouse.foundation.long_work import queries as long_work
from keyhouse.foundation.long_work.models import LongWork, LongWorkRow
from keyhouse.foundation.permissions import Actor, Permission

Changed = object
PAGE = 1000


def the_chosen(by: Actor, work: LongWork, bookmark: Any) -> tuple[list[NewRow], int | None]:
    """The next page of the people that a work is about: those chosen, those shown by a filter, or those to undo."""
    if "undo_of" in work.arguments:
        return _done_before(by, work, bookmark)
    wanted = work.arguments.get("filter")
    choice = Choice(people=tuple(work.arguments.get("few", ())), wanted=None if wanted is None else Filter.read(wanted))
    return queries.rows_after(by, choice, bookmark or 0)


def _done_before(by: Actor, work: LongWork, bookmark: Any) -> tuple[list[NewRow], int | None]:
    earlier = long_work.work(by, work.arguments["undo_of"])
    after = -1 if bookmark is None else bookmark
    rows = long_work.rows(earlier, outcome="done", after=after, limit=PAGE)
    return [NewRow(subject_id=row.subject_id, label=row.label, data=row.data) for row in rows], (
        rows[-1].position if len(rows) == PAGE else None
    )


def _invite(by: Actor, person: Person, details: Details, row: LongWorkRow) -> Changed:
    if person.state not in (PersonState.ADDED, PersonState.INVITED):
        return Skipped(_("Has activated the account already."))
    return lifecycle.invite_to_activate(by=by, person=person)


def _deactivate(by: Actor, person: Person, details: Details, row: LongWorkRow) -> Changed:
    if person.state == PersonState.DEACTIVATED:
        return Skipped(_("Is deactivated already."))
    return deprovisioning.deactivate_person(by=by, person=person, cause=details.reason)


def _reactivate(by: Actor, person: Person, details: Details, row: LongWorkRow) -> Changed:
    if person.state != PersonState.DEACTIVATED:
        return Skipped(_("Isn't deactivated."))
    return deprovisioning.reactivate_person(by=by, person=person)


def _suspend(by: Actor, person: Person, details: Details, row: LongWorkRow) -> Changed:
    if person.state == PersonState.SUSPENDED:
        return Skipped(_("Is suspended already."))
    return deprovisioning.suspend_person(by=by, person=person, reason=details.reason)


def _unsuspend(by: Actor, person: Person, details: Details, row: LongWorkRow) -> Changed:
    if person.state != PersonState.SUSPENDED:
        return Skipped(_("Isn't suspended."))
    return deprovisioning.unsuspend_person(by=by, person=person)


def _delete(by: Actor, person: Person, details: Details, row: LongWorkRow) -> Changed:
    return deprovisioning.delete_person(by=by, person=person)


def _method(by: Actor, person: Person, details: Details, row: LongWorkRow) -> Changed:
    """An undo gives back what each had before."""
    method = SignInMethod(row.data.get("before") or details.method or person.sign_in_method)
    row.data = {**row.data, "before": person.sign_in_method}
    changed = profiles.choose_sign_in_method(by=by, person=person, method=method)
    return None if changed else Skipped(_("Signs in so already."))


def _join(by: Actor, person: Person, details: Details, row: LongWorkRow) -> Changed:
    group = groups.group(by, details.group_id)
    changed = membership.add_members(by=by, group=group, people=[person])
    return None if changed else Skipped(_("Is in the group already."))


def _leave(by: Actor, person: Person, details: Details, row: LongWorkRow) -> Changed:
    group = groups.group(by, details.group_id)
    changed = membership.remove_members(by=by, group=group, people=[person])
    return None if changed else Skipped(_("Isn't in the group."))


def _give(by: Actor, person: Person, details: Details, row: LongWorkRow) -> Changed:
    product = products.product(by, details.product_id)
    if products.given_directly(product, person) is not None:
        return Skipped(_("Has it already."))
    return access.give_access(by=by, product=product, subject=person)


def _take(by: Actor, person: Person, details: Details, row: LongWorkRow) -> Changed:
    product = products.product(by, details.product_id)
    if products.given_directly(product, person) is None:
        return Skipped(_("Doesn't have it."))
    return access.take_access(by=by, product=product, subject=person)


def _sign_out(by: Actor, person: Person, details: Details, row: LongWorkRow) -> Changed:
    return None if sign_in.end_sessions(by=by, person=person) else Skipped(_("Isn't signed in."))


def _reset(by: Actor, person: Person, details: Details, row: LongWorkRow) -> Changed:
    return recovery.force_password_reset(by=by, person=person)


DEEDS: dict[Deed, Callable[[Actor, Person, Details, LongWorkRow], Changed]] = {
    Deed.INVITE: _invite,
    Deed.DEACTIVATE: _deactivate,
    Deed.REACTIVATE: _reactivate,
    Deed.SUSPEND: _suspend,
    Deed.UNSUSPEND: _unsuspend,
    Deed.DELETE: _delete,
    Deed.SET_METHOD: _method,
    Deed.ADD_TO_GROUP: _join,
    Deed.REMOVE_FROM_GROUP: _leave,
    Deed.GIVE_PRODUCT: _give,
    Deed.TAKE_PRODUCT: _take,
    Deed.SIGN_OUT: _sign_out,
    Deed.RESET_PASSWORD: _reset,
}


def _one(deed: Deed) -> Callable[[Actor, LongWork, LongWorkRow], Skipped | None]:
    """The function that does a deed to the person of one row; who is gone or of another organization isn't there."""

    def one(by: Actor, work: LongWork, row: LongWorkRow) -> Skipped | None:
        person = people.person(by, row.subject_id)
        if deed in NOT_YOURSELF and person.id == by.person_id:
            raise NotYourself()
        done = DEEDS[deed](by, person, Details.read(work.arguments), row)
        return done if isinstance(done, Skipped) else None

    return one


for _deed in Deed:
    handler(f"bulk.{_deed}", needs=BESIDES.get(_deed, Permission.PEOPLE_MANAGE), source=the_chosen)(_one(_deed))
