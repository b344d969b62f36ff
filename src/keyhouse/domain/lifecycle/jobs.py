"""What is told to others about the life of accounts, after commit."""

from django.conf import settings

from keyhouse.domain.connections import queries as connections
from keyhouse.domain.credentials import actions as credentials
from keyhouse.domain.credentials import queries as links
from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.people import queries as people
from keyhouse.domain.people.errors import NoSuchPerson
from keyhouse.domain.people.models import PersonState, SignInMethod
from keyhouse.foundation import mail
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.jobs import job
from keyhouse.foundation.permissions import Permission, system_actor


@job()
def invite_newcomer(*, organization_id: int, event_id: int) -> None:
    """Tell a person that she has a work account: by an activation link, or by where she signs in."""
    event = audit.event(organization_id, event_id)
    try:
        person = people.person(organization_id, event.target_id if event else None)
    except NoSuchPerson:
        return
    if event is None or person.state != PersonState.INVITED:
        return
    if person.sign_in_method == SignInMethod.SSO and connections.is_routed(organization_id, person.domain):
        context = {
            "name": person.name,
            "organization": organizations.organization(organization_id).name,
            "address": f"{settings.KEYHOUSE.base_url}/sign-in",
        }
        mail.send(to=person.email, template="lifecycle/person_invited", context=context,
                  organization_id=organization_id, message_id=event_id)  # fmt: skip
    elif not links.has_activation_link_since(person, event.at):
        by = system_actor(organization_id).within(Permission.LINK_CREATE, person)
        credentials.create_activation_link(by=by, person=person, mail=True)
