"""A newcomer is told how she gets in, once."""

import re

from keyhouse import deliveries
from keyhouse.domain.connections.models import Connection, RoutedDomain
from keyhouse.domain.credentials.models import PersonLink
from keyhouse.domain.email_domains.models import EmailDomain
from keyhouse.domain.lifecycle import actions
from keyhouse.domain.people.rules import Profile
from keyhouse.foundation import clock
from keyhouse.foundation.mail import queries as mail


def test_a_person_with_a_password_gets_an_activation_link_once(ada, cast):
    kim = actions.add_person(
        by=ada, organization=cast.acme, email="kim@acme.example", profile=Profile(given_name="Kim")
    )

    deliveries.run_pending()
    deliveries.run_pending()

    assert PersonLink.objects.of(cast.acme).filter(person=kim).count() == 1


def test_a_person_of_a_routed_domain_is_told_where_to_sign_in(ada, cast):
    saml = Connection.objects.of(cast.acme).create(kind="saml", name="Okta SSO", state="active", made_at=clock.now())
    domain = EmailDomain.objects.of(cast.acme).get(name="acme.example")
    RoutedDomain.objects.of(cast.acme).create(connection=saml, domain=domain)
    kim = actions.add_person(
        by=ada, organization=cast.acme, email="kim@acme.example", profile=Profile(given_name="Kim")
    )

    deliveries.run_pending()

    assert not PersonLink.objects.of(cast.acme).filter(person=kim).exists()
    letters = mail.kept(to="kim@acme.example")
    assert len(letters) == 1 and re.search(r"http\S+/sign-in", letters[0].text)


def test_whoever_begins_deactivated_is_told_when_she_becomes_active(okta, ada, cast):
    from keyhouse.domain.deprovisioning import actions as deprovisioning
    from keyhouse.domain.lifecycle.rules import Incoming
    from keyhouse.foundation.addresses import address

    wanted = Incoming(address=address("kim@acme.example"), active=False)
    kim = actions.provision_person(by=okta, connection=cast.scim, incoming=wanted)
    deliveries.run_pending()
    before = PersonLink.objects.of(cast.acme).filter(person=kim).count()

    deprovisioning.reactivate_person(by=okta, person=kim)
    deliveries.run_pending()

    assert (before, PersonLink.objects.of(cast.acme).filter(person=kim).count()) == (0, 1)
