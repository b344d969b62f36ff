"""What raises alerts: events of the log, and looks at what nobody does; and who is told."""

import datetime as dt

from django.conf import settings
from django.db.models import Count, Q

from keyhouse.domain.administration import queries as administration
from keyhouse.domain.connections.models import Connection, ProvisioningRequest
from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.people.models import Person, PersonState
from keyhouse.domain.security_alerts import actions
from keyhouse.domain.security_alerts.models import SecurityAlert, Severity
from keyhouse.domain.security_alerts.rules import KINDS, SOURCES, AlertKind
from keyhouse.foundation import clock, mail
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.audit.event import kind_of
from keyhouse.foundation.jobs import job, scheduled
from keyhouse.foundation.permissions import Permission, system_actor

FEWEST_REQUESTS, HOUR = 10, dt.timedelta(hours=1)


@job()
def raise_from_event(*, organization_id: int | None, event_id: int) -> None:
    """Raise the alert that an event asks for; facts that name people stay in the log alone."""
    line = audit.event(organization_id, event_id)
    event = kind_of(line.tag) if line else None
    source = SOURCES.get(event) if event else None
    if line is None or event is None or source is None or organization_id is None or not source.when(line):
        return
    wanted = organizations.security_settings(organization_id).alert_admin_device
    if source.kind is AlertKind.ADMIN_NEW_DEVICE and not wanted:
        return
    facts = {name: value for name, value in line.facts.items() if name not in {*event.personal, "actor", "link"}}
    actions.raise_alert(
        by=system_actor(organization_id),
        organization_id=organization_id,
        kind=source.kind,
        about=line.target_id,
        facts=facts,
        signal=line.id,
    )


@job()
def mail_alert(*, organization_id: int | None, event_id: int) -> None:
    """Mail a severe alert to those who work on alerts, and one about a certificate to those who manage sign-on too."""
    line = audit.event(organization_id, event_id)
    alert = SecurityAlert.objects.of(organization_id or 0).filter(id=line.target_id).first() if line else None
    if alert is None or organization_id is None or alert.severity != Severity.SEVERE:
        return
    kind = AlertKind(alert.kind)
    told = {one.id: one for one in administration.people_with(organization_id, Permission.ALERTS_MANAGE)}
    if kind is AlertKind.CERTIFICATE:
        told |= {one.id: one for one in administration.people_with(organization_id, Permission.SSO_MANAGE)}
    for person in told.values():
        if person.state == PersonState.ACTIVE and person.has_email:
            address = f"{settings.KEYHOUSE.base_url}/admin-center/security-alerts/{alert.id}/"
            about = alert.person.email if alert.person else ""
            mail.send(
                to=person.email,
                template="security_alerts/alert",
                context={"name": person.name, "label": KINDS[kind].label, "why": KINDS[kind].why, "about": about,
                         "address": address},
                organization_id=organization_id,
                message_id=f"{event_id}.{person.id}",
            )  # fmt: skip


@scheduled(every=HOUR)
def look_at_leavers(*, organization_id: int | None) -> None:
    """Raise an alert for each account whose last day is over but which nobody may leave without."""
    people = Person.objects.everywhere(reason="one look serves all organizations")
    over = people.filter(term_date__lt=clock.now() - 2 * dt.timedelta(days=1), state=PersonState.ACTIVE)
    for person in over.exclude(organization=None):
        if administration.is_system_admin(person):
            actions.raise_alert(
                by=system_actor(person.organization_id), organization_id=person.organization_id,
                kind=AlertKind.LAST_ADMIN_REFUSED, about=person.id, facts={"by": "last day"},
            )  # fmt: skip


@scheduled(every=HOUR)
def look_at_provisioning(*, organization_id: int | None) -> None:
    """Raise an alert for each connection of which half the requests or more were refused in the last hour."""
    requests = ProvisioningRequest.objects.everywhere(reason="one look serves all organizations")
    lately = requests.filter(at__gte=clock.now() - HOUR).values("organization_id", "connection_id").order_by()
    counted = lately.annotate(all=Count("id"), refused=Count("id", filter=Q(status__gte=400)))
    for one in counted.filter(all__gte=FEWEST_REQUESTS):
        if one["refused"] * 2 >= one["all"]:
            own = one["organization_id"]
            connection = Connection.objects.of(own).filter(id=one["connection_id"]).first()
            facts = {"connection": connection.name if connection else "", "refused": one["refused"], "all": one["all"]}
            actions.raise_alert(
                by=system_actor(own), organization_id=own, kind=AlertKind.PROVISIONING_ERRORS,
                about=one["connection_id"], facts=facts,
            )  # fmt: skip
