"""What each state of a domain allows and refuses: every cell of the reference's table, by the real actions."""

import pytest

from keyhouse.domain.administration import actions as administration
from keyhouse.domain.connections import actions as connections
from keyhouse.domain.connections.models import Connection, SamlSetup
from keyhouse.domain.credentials.models import PersonLink
from keyhouse.domain.email_domains import queries
from keyhouse.domain.email_domains.models import DomainState, EmailDomain
from keyhouse.domain.email_domains.rules import ALLOWS, Use, allows
from keyhouse.domain.invitations.rules import Offer
from keyhouse.domain.lifecycle import actions as lifecycle
from keyhouse.domain.lifecycle.rules import Incoming
from keyhouse.domain.people.models import Person
from keyhouse.domain.profiles import actions as profiles
from keyhouse.domain.recovery import actions as recovery
from keyhouse.foundation import clock
from keyhouse.foundation.addresses import address
from keyhouse.foundation.errors import BrokenRule
from keyhouse.foundation.permissions import visitor
from tests.cast import make_person
from tests.domain.administration.holding import make_role
from tests.domain.credentials.proofs import give_password
from tests.domain.sign_in.walking import begin, password
from tests.tools.at_the_door import sign_on_of

STATES = [state.value for state in DomainState]


def adds_people(cast, ada, okta):
    """Somebody is added at organization level."""
    return lifecycle.add_person(by=ada, organization=cast.acme, email="kim@acme.example") is not None


def signs_in(cast, ada, okta):
    """Somebody who is there signs in."""
    Person.objects.of(cast.acme).filter(id=cast.ben.id).update(sign_in_method="password")
    give_password(cast.ben)
    return password(begin("ben@acme.example").secret).session is not None


def gets_activation_link(cast, ada, okta):
    """An administrator copies an activation link."""
    kim = make_person(cast.acme, "kim@acme.example", "Kim", state="added", activated_at=None)
    return bool(lifecycle.invite_to_activate(by=ada, person=kim, mail=False))


def is_invited(cast, ada, okta):
    """Somebody is invited to a portfolio."""
    kim = make_person(cast.acme, "kim@acme.example", "Kim")
    found = lifecycle.invite_people(by=ada, portfolio=cast.press, emails=[kim.email], offer=Offer())
    return bool(found.invited)


def administers(cast, ada, okta):
    """Somebody gets an admin role."""
    role = make_role(cast.acme, "Helper", ["people.view"])
    return administration.assign_role(by=ada, role=role, person=cast.ben) is not None


def has_name_edited(cast, ada, okta):
    """An administrator edits a name."""
    Person.objects.of(cast.acme).filter(id=cast.ben.id).update(field_sources={})
    ben = Person.objects.of(cast.acme).get(id=cast.ben.id)
    return bool(profiles.edit_details(by=ada, person=ben, details={"given_name": "Benjamin"}))


def is_routed(cast, ada, okta):
    """The domain is assigned to a sign-on connection."""
    connection = sign_on_of(cast)
    SamlSetup.objects.of(cast.acme).filter(connection=connection).update(tested_at=clock.now())
    connection.refresh_from_db(from_queryset=Connection.objects.of(cast.acme).select_related("saml"))
    domain = queries.named(cast.acme, "acme.example")
    connections.assign_domains(by=ada, connection=connection, domains=[domain])
    return True


def is_matched(cast, ada, okta):
    """A connection takes an account over by its address."""
    adopted = lifecycle.provision_person(
        by=okta, connection=cast.scim, incoming=Incoming(address=address("ben@acme.example"), external_id="1")
    )
    return adopted.id == cast.ben.id


def gets_reset_mail(cast, ada, okta):
    """Somebody asks for a new password."""
    Person.objects.of(cast.acme).filter(id=cast.ben.id).update(sign_in_method="password")
    recovery.send_password_reset(by=visitor(), address=address("ben@acme.example"))
    return PersonLink.objects.of(cast.acme).filter(person=cast.ben, purpose="reset").exists()


DEEDS = {
    Use.PEOPLE: adds_people,
    Use.SIGN_IN: signs_in,
    Use.ACTIVATION_LINK: gets_activation_link,
    Use.PORTFOLIO_INVITATION: is_invited,
    Use.ADMIN_ROLE: administers,
    Use.PROFILE_EDITING: has_name_edited,
    Use.SINGLE_SIGN_ON: is_routed,
    Use.MATCHING: is_matched,
    Use.RESET_MAIL: gets_reset_mail,
}


def test_every_use_is_tried():
    assert set(DEEDS) == set(Use) == set(ALLOWS)


@pytest.mark.parametrize("use", list(Use), ids=lambda use: use.value)
@pytest.mark.parametrize("state", STATES)
def test_a_state_allows_what_the_table_says_and_nothing_else(cast, ada, okta, state, use):
    EmailDomain.objects.of(cast.acme).filter(name="acme.example").update(state=state)

    try:
        happened = DEEDS[use](cast, ada, okta)
    except BrokenRule:
        happened = False

    assert happened == (state in ALLOWS[use])


@pytest.mark.parametrize("use", list(Use), ids=lambda use: use.value)
def test_a_domain_that_nobody_added_allows_what_a_claimed_one_does(use):
    assert allows(None, use) == (DomainState.CLAIMED in ALLOWS[use])
