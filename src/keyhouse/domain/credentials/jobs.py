"""What is told to people about their links and factors, after commit."""

from django.conf import settings

from keyhouse.domain.administration import queries as administration
from keyhouse.domain.credentials import rules
from keyhouse.domain.credentials.events import (
    PasswordChanged,
    RecoveryCodeUsed,
    SecondFactorReset,
    SignInStopped,
)
from keyhouse.domain.credentials.models import LinkPurpose, OneTimeCode, PersonLink
from keyhouse.domain.people.models import Person, PersonState
from keyhouse.foundation import clock, mail, secrets
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.jobs import job
from keyhouse.foundation.tenancy import rows_of

LETTERS = {
    LinkPurpose.ACTIVATION: ("credentials/activation_link", "/activate/"),
    LinkPurpose.RESET: ("credentials/password_reset", "/sign-in/reset/"),
}
NOTICES = {
    SignInStopped.tag: "credentials/sign_in_stopped",
    RecoveryCodeUsed.tag: "credentials/recovery_code_used",
    SecondFactorReset.tag: "credentials/second_factor_reset",
    PasswordChanged.tag: "credentials/password_changed",
}


@job()
def mail_link(*, organization_id: int | None, event_id: int) -> None:
    """Mail a link to the address that it was made for, and blank its secret once the mail is handed over."""
    event = audit.event(organization_id, event_id)
    rows = rows_of(PersonLink, organization_id)
    found = rows.select_related("person", "organization").filter(id=int(event.facts["link"])) if event else rows.none()
    link = found.first()
    if link is None or not link.handle_encrypted or link.used_at is not None:
        return
    template, path = LETTERS[LinkPurpose(link.purpose)]
    secret = secrets.decrypt(rules.LINK_PURPOSE, link.handle_encrypted)
    mail.send(
        to=link.person.email,
        template=template,
        context={
            "name": link.person.name,
            "organization": link.organization.name if link.organization else "Keyhouse",
            "link": f"{settings.KEYHOUSE.base_url}{path}{secret}",
            "until": link.until,
        },
        organization_id=organization_id,
        message_id=event_id,
    )
    rows.filter(id=link.id).update(handle_encrypted="")


@job()
def mail_email_code(*, organization_id: int | None, event_id: int) -> None:
    """Mail a code to sign in, and blank it once the mail is handed over."""
    event = audit.event(organization_id, event_id)
    rows = rows_of(OneTimeCode, organization_id).select_related("person")
    code = rows.filter(id=int(event.facts["code_id"])).first() if event else None
    if code is None or not code.code_encrypted or code.until <= clock.now():
        return
    mail.send(
        to=code.person.email,
        template="credentials/email_code",
        context={"name": code.person.name, "code": secrets.decrypt(rules.ONE_TIME_CODE_PURPOSE, code.code_encrypted)},
        organization_id=organization_id,
        message_id=event_id,
    )
    rows_of(OneTimeCode, organization_id).filter(id=code.id).update(code_encrypted="")


@job()
def mail_emergency_notice(*, organization_id: int | None, event_id: int) -> None:
    """Tell the person and all System admins that an emergency code was issued; the code itself is in no mail."""
    event = audit.event(organization_id, event_id)
    if event is None or organization_id is None:
        return
    told = {person.id: person for person in administration.system_admins(organization_id)}
    concerned = Person.objects.of(organization_id).filter(id=event.target_id).first()
    if concerned is not None:
        told[concerned.id] = concerned
    for person in told.values():
        if person.state == PersonState.ACTIVE:
            mail.send(
                to=person.email,
                template="credentials/emergency_code",
                context={**event.facts, "name": person.name, "actor": event.actor, "about": event.facts["email"]},
                organization_id=organization_id,
                message_id=f"{event_id}.{person.id}",
            )


@job()
def mail_notice(*, organization_id: int | None, event_id: int) -> None:
    """Tell a person what happened to her sign-in, so that she can act if it wasn't her."""
    event = audit.event(organization_id, event_id)
    rows = rows_of(Person, organization_id).filter(id=event.target_id, state=PersonState.ACTIVE) if event else None
    person = rows.first() if rows is not None else None
    if event is None or person is None or event.facts.get("first"):  # nobody is told of her very first password
        return
    account = f"{settings.KEYHOUSE.base_url}/account/"
    context = {**event.facts, "name": person.name, "actor": event.actor, "address": account}
    mail.send(
        to=person.email,
        template=NOTICES[event.tag],
        context=context,
        organization_id=organization_id,
        message_id=event_id,
    )
