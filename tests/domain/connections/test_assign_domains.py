"""Which email domains lead to a connection: verified ones, each to one connection, after a test."""

import pytest

from keyhouse.domain.connections import actions, queries
from keyhouse.domain.connections.errors import DomainElsewhere, DomainNotVerified, NotTested
from keyhouse.domain.email_domains.models import EmailDomain
from keyhouse.foundation import clock
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import operator_actor
from tests.domain.sign_in.sign_on import make_sign_on, route


@pytest.fixture
def tested(cast):
    """A connection whose test passed."""
    return make_sign_on(cast, state="tested", tested_at=clock.now())


def domain(cast, name="acme.example"):
    return EmailDomain.objects.everywhere(reason="a test looks everywhere").get(name=name)


def assigned(by, connection, *domains, **more):
    actions.assign_domains(by=by, connection=connection, domains=domains, **more)
    return [one.name for one in queries.domains_at(connection)]


def test_a_verified_domain_is_assigned_and_taken_away(ada, cast, acme, tested):
    assert assigned(ada, tested, domain(cast)) == ["acme.example"]
    assert "assigned acme.example to Okta" in audit.events(acme.id)[0].sentence
    assert assigned(ada, tested) == []


def test_a_domain_that_is_not_verified_is_refused(ada, cast, tested, untouched):
    with pytest.raises(DomainNotVerified, match="isn't verified"), untouched():
        assigned(ada, tested, domain(cast, "acme-labs.example"))


def test_a_domain_of_another_organization_is_refused(ada, cast, tested, untouched):
    with pytest.raises(DomainNotVerified), untouched():
        assigned(ada, tested, domain(cast, "rival.example"))


def test_a_domain_leads_to_one_connection(ada, cast, tested, untouched):
    route(cast, make_sign_on(cast, "Entra"))

    with pytest.raises(DomainElsewhere, match="Entra"), untouched():
        assigned(ada, tested, domain(cast))


def test_a_test_comes_first_but_the_operator_needs_none(ada, cast, acme, untouched):
    draft = make_sign_on(cast, state="draft")

    with pytest.raises(NotTested), untouched():
        assigned(ada, draft, domain(cast))
    assert assigned(operator_actor(acme.id), draft, domain(cast)) == ["acme.example"]


def test_only_a_connection_that_is_on_routes_anybody(ada, cast, acme, tested):
    assigned(ada, tested, domain(cast))

    assert queries.routed_connection(acme.id, "acme.example") is None
    tested.state = "active"
    tested.save()
    assert queries.routed_connection(acme.id, "acme.example") == tested


def test_others_may_not(ben, mallory, cast, tested, untouched):
    for by in (ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            assigned(by, tested, domain(cast))
