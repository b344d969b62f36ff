"""Force password reset: the old password opens nothing any more, and a mailed link leads to a new one."""

import pytest

from keyhouse.domain.connections.models import RoutedDomain
from keyhouse.domain.credentials.errors import PasswordNotUsed
from keyhouse.domain.credentials.models import LinkPurpose, Password, PersonLink
from keyhouse.domain.email_domains.models import EmailDomain
from keyhouse.domain.people.errors import WrongState
from keyhouse.domain.recovery.actions import force_password_reset
from keyhouse.domain.sign_in.models import Session
from keyhouse.foundation import clock
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from tests.endpoints.saml.provider import make_connection
from tests.tools.at_the_door import browser_of

pytestmark = pytest.mark.django_db


def test_password_and_sessions_end_and_a_link_goes_out(ada, cast):
    Password.objects.of(cast.acme).create(person=cast.erin, hash="x", changed_at=clock.now())
    browser_of(cast.erin)

    force_password_reset(by=ada, person=cast.erin)

    assert not Password.objects.of(cast.acme).exists()
    assert not Session.objects.of(cast.acme).filter(person=cast.erin).exists()
    assert PersonLink.objects.of(cast.acme).get(person=cast.erin).purpose == LinkPurpose.RESET
    assert audit.events(cast.acme.id)[0].title == "Forced password reset"


def test_who_must_use_single_sign_on_has_no_password_to_end(ada, cast, untouched):
    domain = EmailDomain.objects.of(cast.acme).get(name="acme.example")
    RoutedDomain.objects.of(cast.acme).create(domain=domain, connection=make_connection(cast, "Okta sign-on"))

    with pytest.raises(PasswordNotUsed), untouched():
        force_password_reset(by=ada, person=cast.ben)


def test_who_has_left_gets_no_link(ada, cast, untouched):
    with pytest.raises(WrongState), untouched():
        force_password_reset(by=ada, person=cast.dana)


def test_another_organizations_administrator_may_not(mallory, cast, untouched):
    with pytest.raises(NotAllowed), untouched():
        force_password_reset(by=mallory, person=cast.ben)
