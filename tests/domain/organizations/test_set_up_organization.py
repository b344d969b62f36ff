"""Setting up an organization: the first by a link that it uses up, further ones by the operator."""

import pytest

from keyhouse.domain.organizations import actions, queries
from keyhouse.domain.organizations.errors import AlreadySetUp, NameNeeded, NameTaken, SetUpLinkOver
from keyhouse.domain.organizations.models import Organization
from keyhouse.foundation import secrets
from keyhouse.foundation.audit.queries import events
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import operator_actor, visitor

pytestmark = pytest.mark.django_db


@pytest.fixture
def holder():
    """A visitor who holds the set-up link, and its secret."""
    secret = actions.create_set_up_link(by=operator_actor())
    return visitor(link=secrets.hash_of(secret)), secret


def test_a_visitor_with_the_link_makes_the_first_organization_and_the_link_is_used_up(holder):
    by, secret = holder

    acme = actions.set_up_organization(by=by, name="  Acme  ")

    assert acme.name == "Acme"
    assert [event.title for event in events(acme.id)] == ["Organization created"]
    with pytest.raises(SetUpLinkOver):
        queries.set_up_link(secret)


def test_a_link_makes_no_second_organization(holder, untouched):
    by, _ = holder
    actions.set_up_organization(by=by, name="Acme")

    with pytest.raises(NotAllowed), untouched():
        actions.set_up_organization(by=by, name="Rival Ltd")


def test_a_link_makes_no_organization_beside_one_of_the_operator(holder, untouched):
    by, _ = holder
    actions.set_up_organization(by=operator_actor(), name="Acme")

    with pytest.raises(AlreadySetUp), untouched():
        actions.set_up_organization(by=by, name="Rival Ltd")


def test_the_operator_makes_several():
    for name in ("Acme", "Brightside"):
        actions.set_up_organization(by=operator_actor(), name=name)

    assert Organization.objects.count() == 2


@pytest.mark.parametrize(
    ("name", "error"), [("", NameNeeded), ("  ", NameNeeded), ("ACME", NameTaken), (" acme ", NameTaken)]
)
def test_a_name_is_needed_and_is_given_once(name, error, untouched):
    actions.set_up_organization(by=operator_actor(), name="Acme")

    with pytest.raises(error), untouched():
        actions.set_up_organization(by=operator_actor(), name=name)


def test_nobody_without_the_link_sets_anything_up(holder, mallory, untouched):
    for by in (visitor(), visitor(link=secrets.hash_of("another")), mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.set_up_organization(by=by, name="Acme 2")
