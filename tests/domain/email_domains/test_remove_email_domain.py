"""Removing a domain."""

import pytest

from keyhouse.domain.connections.models import Connection, RoutedDomain
from keyhouse.domain.email_domains import actions, queries
from keyhouse.domain.email_domains.errors import DomainIsRouted
from keyhouse.foundation import clock
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed


def test_a_removed_domain_is_gone_and_a_new_claim_has_a_new_token(ada, cast):
    old = queries.named(cast.acme, "acme-labs.example")

    actions.remove_email_domain(by=ada, domain=old)

    assert queries.named(cast.acme, "acme-labs.example") is None
    assert actions.claim_email_domain(by=ada, organization=cast.acme, name=old.name).token != old.token
    assert "Ada removed the domain acme-labs.example." in [line.sentence for line in audit.events(cast.acme.id)]


def test_a_domain_that_a_connection_routes_stays(ada, cast, untouched):
    domain = queries.named(cast.acme, "acme.example")
    okta = Connection.objects.of(cast.acme).create(kind="saml", name="Okta", made_at=clock.now())
    RoutedDomain.objects.of(cast.acme).create(connection=okta, domain=domain)

    with pytest.raises(DomainIsRouted, match="assigned to a sign-on connection"), untouched():
        actions.remove_email_domain(by=ada, domain=domain)


def test_others_remove_nothing(ben, mallory, cast, untouched):
    for stranger in (ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.remove_email_domain(by=stranger, domain=queries.named(cast.acme, "acme.example"))
