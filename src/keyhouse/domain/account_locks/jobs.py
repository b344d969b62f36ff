"""What follows from tries that look like somebody else's, and what is told about locks."""

from django.conf import settings

from keyhouse.domain.account_locks import actions, queries
from keyhouse.domain.account_locks.models import LockReason
from keyhouse.domain.administration import queries as administration
from keyhouse.domain.credentials.models import LinkPurpose, PersonLink
from keyhouse.domain.credentials.rules import LINK_PURPOSE
from keyhouse.domain.people.models import Person, PersonState
from keyhouse.foundation import mail, secrets
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.jobs import job
from keyhouse.foundation.permissions import Permission, system_actor
from keyhouse.foundation.tenancy import rows_of

LETTERS = {
    LinkPurpose.LOCK_PAGE: ("account_locks/locked", "/locked/"),
    LinkPurpose.UNLOCK: ("account_locks/unlock_link", "/unlock/"),
}


@job()
def lock_when_asked(*, organization_id: int | None, event_id: int) -> None:
    """Lock the account whose tries asked for it."""
    event = audit.event(organization_id, event_id)
    person = rows_of(Person, organization_id).filter(id=event.target_id).first() if event else None
    if event is not None and person is not None:
        reason = LockReason(event.facts["reason"])
        actions.lock_account(by=system_actor(organization_id), person=person, reason=reason)


@job()
def mail_lock_link(*, organization_id: int | None, event_id: int) -> None:
    """Mail a link about a lock, and blank its secret once the mail is handed over."""
    event = audit.event(organization_id, event_id)
    rows = rows_of(PersonLink, organization_id)
    found = rows.select_related("person", "organization").filter(id=int(event.facts["link"])) if event else rows.none()
    link = found.first()
    if link is None or not link.handle_encrypted or link.used_at is not None:
        return
    template, path = LETTERS[LinkPurpose(link.purpose)]
    secret = secrets.decrypt(LINK_PURPOSE, link.handle_encrypted)
    mail.send(
        to=link.person.email,
        template=template,
        context={
            "name": link.person.name,
            "organization": link.organization.name if link.organization else "Keyhouse",
            "link": f"{settings.KEYHOUSE.base_url}{path}{secret}",
        },
        organization_id=organization_id,
        message_id=event_id,
    )
    rows.filter(id=link.id).update(handle_encrypted="")


@job()
def tell_administrators(*, organization_id: int | None, event_id: int) -> None:
    """Ask those who work on alerts to look, where the person can't unlock the account herself."""
    event = audit.event(organization_id, event_id)
    if event is None or organization_id is None:
        return
    person = Person.objects.of(organization_id).filter(id=event.target_id).first()
    lock = queries.lock_of(person) if person is not None else None
    if person is None or lock is None or (queries.may_unlock_herself(person) and not lock.needs_review):
        return
    for admin in administration.people_with(organization_id, Permission.ALERTS_MANAGE):
        if admin.state == PersonState.ACTIVE and admin.has_email:
            address = f"{settings.KEYHOUSE.base_url}/admin-center/people/{person.id}/"
            mail.send(
                to=admin.email,
                template="account_locks/look_at_lock",
                context={"name": admin.name, "person": person.name, "email": person.email, "address": address},
                organization_id=organization_id,
                message_id=f"{event_id}.{admin.id}",
            )
