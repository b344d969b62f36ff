"""Provisioning: the domain's side of what tests/endpoints/scim tests over the wire."""

import pytest

from keyhouse.domain.lifecycle import actions
from keyhouse.domain.lifecycle.errors import HoldsAdminRole
from keyhouse.domain.lifecycle.rules import Incoming
from keyhouse.domain.people.rules import Profile
from keyhouse.foundation.addresses import address
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import Permission
from tests.cast import weaker


def incoming(email, **more):
    return Incoming(address=address(email), **more)


def provision(by, cast, wanted):
    return actions.provision_person(by=by, connection=cast.scim, incoming=wanted)


def test_a_new_person_is_made_invited_and_managed(okta, cast):
    kim = provision(okta, cast, incoming("kim@acme.example", external_id="1", profile=Profile(given_name="Kim")))

    assert (kim.state, kim.managed_by_id, kim.given_name) == ("invited", cast.scim.id, "Kim")
    assert {line.tag for line in audit.events(cast.acme.id)} == {"person.account.created", "person.account.invited"}


def test_a_person_who_is_not_active_yet_begins_deactivated(okta, cast):
    kim = provision(okta, cast, incoming("kim@acme.example", active=False))

    assert kim.state == "deactivated"


def test_a_manager_is_found_by_what_the_connection_calls_her(okta, cast):
    boss = provision(okta, cast, incoming("boss@acme.example", external_id="7"))

    assert provision(okta, cast, incoming("kim@acme.example", manager="7")).manager_id == boss.id
    assert provision(okta, cast, incoming("lee@acme.example", manager="boss@acme.example")).manager_id == boss.id
    assert provision(okta, cast, incoming("max@acme.example", manager="nobody")).manager_id is None


def test_an_administrator_is_never_taken_over(okta, cast, untouched):
    with pytest.raises(HoldsAdminRole), untouched():
        provision(okta, cast, incoming("ada@acme.example"))


def test_only_a_connection_with_the_permission_provisions(ada, mallory, okta, cast, untouched):
    powerless = weaker(okta, okta.strength).within(Permission.OWN_ACCOUNT, cast.ben)
    for by in (ada, mallory, powerless):
        with pytest.raises(NotAllowed), untouched():
            provision(by, cast, incoming("kim@acme.example"))
