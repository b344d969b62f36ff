"""Remember what an identity provider calls a person."""

from django.db import transaction

from keyhouse.domain.connections.models import Connection
from keyhouse.domain.people import queries as people
from keyhouse.domain.people.models import Person
from keyhouse.domain.sign_in.events import SubjectLinked
from keyhouse.domain.sign_in.models import ConnectionSubject
from keyhouse.domain.sign_in.rules.sign_on import Subject
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def link_subject(*, by: Actor, connection: Connection, person: Person, subject: Subject) -> None:
    """Link a subject to a person, instead of a former address of hers at this provider. Raises NotAllowed."""
    authorize(by, Permission.CREDENTIALS_CHANGE, on=people.facts_of_person(person))

    links = ConnectionSubject.objects.of(connection.organization_id)
    links.filter(connection=connection, issuer=subject.issuer, person=person).exclude(subject=subject.key).delete()
    links.create(connection=connection, issuer=subject.issuer, subject=subject.key, person=person, made_at=clock.now())

    record(SubjectLinked(connection=connection.name, email=person.email, name=subject.name), by=by, on=person)
