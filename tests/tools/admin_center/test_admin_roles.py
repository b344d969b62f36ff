"""The screens of Admin roles."""

from keyhouse.domain.administration import queries
from keyhouse.domain.organizations.models import SecuritySettings
from tests.visiting import text_of, visit

LIST = "/admin-center/admin-roles/"


def test_the_role_shows_its_holders_and_what_it_allows(ada, cast):
    role = queries.system_admin_role(cast.acme)

    assert "System admin" in text_of(visit(ada, LIST))
    assert "erin@acme.example" in text_of(visit(ada, f"{LIST}{role.id}/"))
    assert "give and take admin roles" in text_of(visit(ada, f"{LIST}{role.id}/permissions/")).lower()


def test_whoever_holds_the_role_or_was_stopped_is_not_offered(ada, cast):
    role = queries.system_admin_role(cast.acme)

    offered = text_of(visit(ada, f"{LIST}{role.id}/assigning/")).split("dialog-body")[1]

    assert "ben@acme.example" in offered
    assert "erin@acme.example" not in offered and "dana@acme.example" not in offered


def test_a_role_is_given_after_the_age_is_confirmed(ada, cast):
    SecuritySettings.objects.of(cast.acme).update(approvals="off")
    address = f"{LIST}{queries.system_admin_role(cast.acme).id}/assigning/review/?person={cast.ben.id}"

    refused = visit(ada, address, {"assign": "yes"})
    visit(ada, address, {"assign": "yes", "adult": "on"})

    assert refused.status_code == 422
    assert queries.is_system_admin(cast.ben)


def test_the_last_one_stays(erin, cast, untouched):
    """AUTH-2: the page refuses, with the sentence that says what to do."""
    ada = queries.roles_of(cast.ada)[0]
    visit(erin, f"{LIST}holders/{queries.roles_of(cast.erin)[0].id}/removal/", {"remove": "yes"})

    with untouched():
        refused = visit(erin, f"{LIST}holders/{ada.id}/removal/", {"remove": "yes"})

    assert refused.status_code == 422
    assert "This is the last System admin. Give the role to another person first." in text_of(refused)
