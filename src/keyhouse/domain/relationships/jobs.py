"""What external relationships do by themselves: ending on their day, reminding before, and telling after commit."""

import datetime as dt

from django.conf import settings

from keyhouse.domain.administration import queries as administration
from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.people.errors import NoSuchPerson
from keyhouse.domain.people.models import Person, PersonState
from keyhouse.domain.people.queries import person
from keyhouse.domain.relationships import actions, events, queries
from keyhouse.domain.relationships.models import ExternalRelationship, RelationshipInvitation
from keyhouse.foundation import clock, mail
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import BrokenRule
from keyhouse.foundation.jobs import job, scheduled
from keyhouse.foundation.permissions import Permission, system_actor

PANEL = "/admin-center/external-relationships/"
LETTERS = {
    events.RelationshipCreated.tag: ("relationships/relationship_created", PANEL),
    events.RelationshipDeclined.tag: ("relationships/relationship_declined", f"{PANEL}invitations/"),
    events.RelationshipEnded.tag: ("relationships/relationship_ended", PANEL),
    events.GuestsAsked.tag: ("relationships/guest_requested", f"{PANEL}member-requests/"),
}


@job()
def mail_offer(*, organization_id: int, event_id: int) -> None:
    """Mail an invitation to the administrator's address that it was made for."""
    event = audit.event(organization_id, event_id)
    rows = RelationshipInvitation.objects.of(organization_id).select_related("organization")
    offer = rows.filter(id=event.target_id, state="waiting").first() if event else None
    if event is None or offer is None:
        return
    context = {
        "organization": offer.organization.name,
        "who": event.actor,
        "hosting": offer.offers_to_host,
        "note": offer.note,
        "link": f"{settings.KEYHOUSE.base_url}{PANEL}invitations/",
        "until": offer.until,
    }
    mail.send(to=offer.email, template="relationships/organization_invited", context=context,
              organization_id=organization_id, message_id=event_id)  # fmt: skip


@job()
def tell_administrators(*, organization_id: int, event_id: int) -> None:
    """Tell who manages relationships here what happened to one, except the one who did it."""
    event = audit.event(organization_id, event_id)
    if event is None:
        return
    own = organizations.organization(organization_id).name
    if event.tag == events.GuestsAsked.tag and event.facts.get("host") != own:
        return  # who asked need not be told
    template, address = LETTERS[event.tag]
    context = {**event.facts, "who": event.actor, "own": own, "link": f"{settings.KEYHOUSE.base_url}{address}"}
    for one in _administrators(organization_id):
        if one.id != event.actor_id:
            mail.send(to=one.email, template=template, context=context, organization_id=organization_id,
                      message_id=f"{event_id}.{one.id}")  # fmt: skip


@job()
def tell_guest(*, organization_id: int, event_id: int) -> None:
    """Tell a guest that she was let in; the event in her own organization's log names her."""
    event = audit.event(organization_id, event_id)
    try:
        found = person(organization_id, event.target_id if event else None)
    except NoSuchPerson:
        return
    if event is None or found.state != PersonState.ACTIVE:
        return
    link = f"{settings.KEYHOUSE.base_url}/account/organizations/"
    context = {**event.facts, "name": found.name, "link": link}
    mail.send(to=found.email, template="relationships/guest_approved", context=context,
              organization_id=organization_id, message_id=event_id)  # fmt: skip


@scheduled(every=dt.timedelta(minutes=10))
def end_relationships(*, organization_id: int | None) -> None:
    """End the relationships whose day has come; they let nobody in any more already."""
    for relationship in queries.due_to_end(clock.now()):
        try:
            actions.end_relationship(by=system_actor(relationship.organization_id), relationship=relationship)
        except BrokenRule:
            continue


@scheduled(every=dt.timedelta(hours=1))
def remind_of_ends(*, organization_id: int | None) -> None:
    """Remind both sides 30 and 7 days before a relationship ends, once each."""
    for relationship, days in queries.soon_over(clock.now()):
        host, home = relationship.organization, relationship.partner_organization
        for own, other in ((host, home), (home, host)):
            context = {
                "host": host.name,
                "guest": home.name,
                "other": other.name,
                "is_host": own is host,
                "until": relationship.until,
                "link": f"{settings.KEYHOUSE.base_url}{PANEL}{relationship.id}/",
            }
            for one in _administrators(own.id):
                mail.send(to=one.email, template="relationships/relationship_ends_soon", context=context,
                          organization_id=own.id, message_id=f"{relationship.id}.{days}.{one.id}")  # fmt: skip
        rows = ExternalRelationship.objects.of(host).filter(id=relationship.id)
        rows.update(reminded_days=days)


def _administrators(organization_id: int) -> list[Person]:
    """The active administrators of an organization itself who manage its relationships."""
    found = administration.people_with(organization_id, Permission.RELATIONSHIPS_MANAGE)
    return [one for one in found if one.organization_id == organization_id and one.state == PersonState.ACTIVE]
