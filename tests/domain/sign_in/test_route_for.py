"""Where an address signs in: only usable people of a routed domain are sent to an identity provider."""

import pytest

from keyhouse.domain.organizations.models import Organization
from keyhouse.domain.people.models import Person
from keyhouse.domain.sign_in import queries
from tests.domain.sign_in.sign_on import make_sign_on, single_sign_on

__all__ = ["single_sign_on"]


def led_to(address):
    route = queries.route_for(address)
    return route.connection, route.person


def test_single_sign_on_preferred_leads_to_the_connection(cast, single_sign_on):
    assert led_to("ben@acme.example") == (single_sign_on, cast.ben)


def test_password_only_never_does(cast, single_sign_on):
    assert led_to("ada@acme.example") == (None, cast.ada)


@pytest.mark.parametrize("state", ["draft", "tested", "disabled"])
def test_a_connection_that_is_off_leads_nobody(cast, single_sign_on, state):
    single_sign_on.state = state
    single_sign_on.save()

    assert led_to("ben@acme.example") == (None, cast.ben)


@pytest.mark.parametrize("state", ["deactivated", "suspended", "locked", "added"])
def test_who_may_not_sign_in_is_not_redirected_and_looks_unknown(cast, single_sign_on, state):
    """SESS-8: single sign-on no longer redirects for a person who left."""
    Person.objects.of(cast.acme).filter(id=cast.ben.id).update(state=state)

    assert led_to("ben@acme.example") == (None, None) == led_to("nobody@acme.example")


def test_a_suspended_organization_leads_nobody(cast, single_sign_on):
    Organization.objects.filter(id=cast.acme.id).update(state="suspended")

    assert led_to("ben@acme.example") == (None, None)


def test_a_lapsed_domain_leads_nobody(cast, single_sign_on):
    from keyhouse.domain.email_domains.models import EmailDomain

    EmailDomain.objects.of(cast.acme).filter(name="acme.example").update(state="lapsed")

    assert led_to("ben@acme.example") == (None, cast.ben)


def test_a_personal_login_is_found_and_led_nowhere(cast, single_sign_on):
    assert led_to("finn.home@mail.example") == (None, cast.finn)


def test_a_connection_may_leave_passwords_alone(cast, single_sign_on):
    assert queries.enforced_connection(cast.ben) == single_sign_on
    assert queries.enforced_connection(cast.ada) is None

    single_sign_on.enforces_sign_on = False
    single_sign_on.save()
    assert queries.enforced_connection(cast.ben) is None


def test_another_connection_of_the_organization_changes_nothing(cast, single_sign_on):
    make_sign_on(cast, "Entra")

    assert led_to("ben@acme.example") == (single_sign_on, cast.ben)
