"""Lock an account after what looks like somebody else's tries."""

from django.db import transaction

from keyhouse.domain.account_locks import queries, rules
from keyhouse.domain.account_locks.actions.mail_lock_link import mail_lock_link
from keyhouse.domain.account_locks.events import LockWithheld
from keyhouse.domain.account_locks.models import AccountLock, LockReason
from keyhouse.domain.administration import queries as administration
from keyhouse.domain.credentials.models import LinkPurpose
from keyhouse.domain.group_membership import actions as group_membership
from keyhouse.domain.people import actions as people
from keyhouse.domain.people import queries as persons
from keyhouse.domain.people.models import Person, PersonState
from keyhouse.domain.sign_in import actions as sign_in
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize
from keyhouse.foundation.tenancy import rows_of


@transaction.atomic
def lock_account(*, by: Actor, person: Person, reason: LockReason) -> AccountLock | None:
    """Stop an active account until it is unlocked; its sessions end. An administrator's lock is reviewed by another.

    The last System admin is not locked: her sign-ins are only stopped for a while. Raises NotAllowed.
    """
    authorize(by, Permission.ACCOUNT_CHANGE, on=persons.facts_of_person(person))

    is_last = administration.why_not_without(person) is not None
    person = persons.locked(person)
    if person.state != PersonState.ACTIVE:
        return None
    if is_last:
        record(LockWithheld(email=person.email, reason=reason.value), by=by, on=person)
        return None

    needs_review = rules.knows_password(reason) and administration.holds_a_live_role(person)
    facts = {"reason": reason, "needs_review": needs_review, "made_at": clock.now()}
    rows, own = rows_of(AccountLock, person.organization_id), {"organization_id": person.organization_id}
    lock: AccountLock = rows.update_or_create(person=person, ended_at=None, defaults={**own, **facts})[0]
    step = by.within(Permission.PERSON_STATE_CHANGE, person)
    people.set_state(by=step, person=person, state=PersonState.LOCKED, reason=reason.value)
    sign_in.end_sessions(by=by.within(Permission.SESSIONS_END, person), person=person)
    group_membership.refresh_person(by=by.within(Permission.GROUPS_CHANGE, person), person=person)
    if queries.may_unlock_herself(person):
        mail_lock_link(by=by.within(Permission.LINK_CREATE, person), person=person, purpose=LinkPurpose.LOCK_PAGE)
    return lock
