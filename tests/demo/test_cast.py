"""The cast of the demo: everybody is who the reference says, built by the domain's own actions."""

import pytest

from keyhouse.commands.keeping.deployment import Deployment
from keyhouse.demo import cast as demo
from keyhouse.demo import desk
from keyhouse.demo.practice.provider import open_provider
from keyhouse.domain.administration import queries as administration
from keyhouse.domain.email_domains import queries as domains
from keyhouse.domain.grants.models import TaskGrant
from keyhouse.domain.people.models import Person
from keyhouse.domain.portfolios import queries as portfolios
from keyhouse.domain.sign_in import queries as sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def provider(tmp_path):
    """The practice provider of a demo that isn't served."""
    return open_provider(folder=tmp_path, url="http://localhost:8001", keyhouse_url="http://127.0.0.1:8000")


@pytest.fixture
def built(provider):
    """The whole cast."""
    return demo.build(furnish=Deployment, provider=provider, password="harbor-lantern-meadow-4711")


def place(built, portfolio, person):
    """The place of a person in a portfolio, whatever its state."""
    return portfolios.membership(built.portfolios[portfolio], built.people[person].id)


def test_acme_has_verified_one_domain_and_only_claimed_the_other(built):
    acme = built.organizations["Acme"]

    assert domains.is_verified(acme, "acme.example")
    assert domains.named(acme, "acme-labs.example").state == "claimed"


def test_ada_and_erin_administer_acme_ada_by_password_and_erin_by_single_sign_on(built):
    for name, method in (("ada", "password"), ("erin", "sso")):
        person = Person.objects.of(built.organizations["Acme"]).get(id=built.people[name].id)
        assert (person.state, person.sign_in_method) == ("active", method)
        assert administration.is_system_admin(person)
    assert [place(built, name, "ada").level for name in ("Spring campaign", "Press")] == ["full", "full"]
    assert place(built, "Press", "erin").level == "full"


def test_ben_has_partial_access_and_some_tasks(built):
    grants = TaskGrant.objects.of(built.organizations["Acme"]).filter(subject_id=built.people["ben"].id)

    assert place(built, "Spring campaign", "ben").level == "basic"
    assert {grant.asset_type for grant in grants} == {"page", "ad_account"}
    assert built.people["ben.home"].kind == "personal"


def test_dana_has_left_in_the_directory_too(built, provider):
    dana = Person.objects.of(built.organizations["Acme"]).get(id=built.people["dana"].id)

    assert dana.state == "deactivated"
    assert place(built, "Spring campaign", "dana").state == "deactivated"
    assert provider.directory.account("00udana").active is False


def test_finn_has_a_personal_login_and_the_others_organizations_of_their_own(built):
    assert built.people["finn"].organization_id is None
    assert place(built, "Press", "finn").level == "basic"
    assert built.people["cleo"].organization_id == built.organizations["Brightside"].id
    assert built.people["mallory"].organization_id == built.organizations["Rival Ltd"].id


def test_the_tokens_of_the_demo_open_what_they_are_for(built):
    assert sign_in.token(built.scim_token).holder == "Practice provider"
    assert {one.value for one in sign_in.token(built.decide_token).permissions} == {"decide"}


def test_the_desk_makes_a_new_link_each_time(built):
    first, second = (desk.sign_in_link(built, "ada", "http://127.0.0.1:8000") for _ in range(2))

    assert first != second
    assert first.startswith("http://127.0.0.1:8000/sign-in/link/")
    assert {seat.key for seat in desk.seats(built)} == set(built.people)
