"""Setting an empty installation up: one link, one transaction, and an organization that somebody can sign in to."""

import pytest

from keyhouse.domain.administration import queries as administration
from keyhouse.domain.email_domains.errors import PublicDomain
from keyhouse.domain.lifecycle import actions
from keyhouse.domain.organizations import actions as organizations
from keyhouse.domain.organizations.errors import NameNeeded
from keyhouse.foundation import secrets
from keyhouse.foundation.audit.queries import events
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import operator_actor, visitor
from tests.conftest import all_rows

pytestmark = pytest.mark.django_db
ACME = {"organization": "Acme", "email": "ada@acme.example", "domain": "acme.example", "given_name": "Ada"}


@pytest.fixture
def holder():
    """A visitor who holds the set-up link."""
    secret = organizations.create_set_up_link(by=operator_actor())
    return visitor(link=secrets.hash_of(secret), ip="203.0.113.7")


def test_the_link_makes_the_organization_its_first_system_admin_and_its_first_domain(holder):
    made = actions.set_up_installation(by=holder, **ACME)

    assert (made.organization.name, made.domain.name, made.domain.state) == ("Acme", "acme.example", "trusted")
    assert (made.admin.email, made.admin.state, made.admin.sign_in_method) == (
        "ada@acme.example",
        "invited",
        "password",
    )
    assert administration.is_system_admin(made.admin)
    assert len(made.activation_link) >= 43


def test_the_log_tells_it_as_one_group(holder):
    made = actions.set_up_installation(by=holder, **ACME)

    lines = events(made.organization.id)
    assert {"Organization created", "Domain added"} <= {line.title for line in lines}
    assert {line.correlation for line in lines} == {holder.correlation}


def test_the_secret_of_the_activation_link_stands_in_no_table(holder):
    """Part of INV-4: the link is kept hashed."""
    made = actions.set_up_installation(by=holder, **ACME)

    assert made.activation_link.rsplit("/", 1)[-1] not in repr(all_rows(()))


@pytest.mark.parametrize(
    ("changes", "error"), [({"organization": " "}, NameNeeded), ({"domain": "gmail.com"}, PublicDomain)]
)
def test_a_refused_step_leaves_nothing_behind_and_the_link_can_be_used_again(holder, changes, error, untouched):
    with pytest.raises(error), untouched():
        actions.set_up_installation(by=holder, **{**ACME, **changes})

    assert actions.set_up_installation(by=holder, **ACME).admin.email == "ada@acme.example"


def test_nobody_without_the_link_sets_anything_up(untouched):
    with pytest.raises(NotAllowed), untouched():
        actions.set_up_installation(by=visitor(), **ACME)
