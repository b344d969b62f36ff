"""The bugs of the field that touch people, one test each by the name the reference gives it (section 12)."""

import pytest

from keyhouse.domain.people.models import Person
from keyhouse.domain.portfolios.models import Membership
from keyhouse.domain.sign_in.models import Session
from keyhouse.foundation import clock
from keyhouse.protocols.scim.people import ENTERPRISE
from tests.cast import make_member, make_person
from tests.endpoints.scim.conftest import body_of, person_row


def activate(person_id, cast):
    """Let a person have activated her account, sit at a browser and have a place in a portfolio."""
    person = person_row(person_id)
    Person.objects.of(cast.acme).filter(id=person.id).update(state="active", activated_at=clock.now())
    now = clock.now()
    Session.objects.of(cast.acme).create(
        person=person, secret_hash=str(person.id), method="sso", strength=3, made_at=now, proved_at=now,
        last_used_at=now, until=now,
    )  # fmt: skip
    make_member(cast.spring_campaign, person)
    return person


def test_patch_active_no_effect(okta_client, zoe, cast):
    """State, sessions and places change before the answer."""
    person = activate(zoe["id"], cast)

    okta_client.patch(f"/Users/{zoe['id']}", {"op": "replace", "path": "active", "value": False})

    assert person_row(zoe["id"]).state == "deactivated"
    assert not Session.objects.of(cast.acme).filter(person=person).exists()
    assert Membership.objects.of(cast.acme).get(person=person).state == "deactivated"


@pytest.mark.parametrize(
    ("text", "active"), [("False", False), ("false", False), ("0", False), ("True", True), ("1", True)]
)
def test_string_boolean(okta_client, text, active):
    """A boolean in quotes is read as what it says."""
    assert okta_client.post("/Users", body_of(active=text)).json()["active"] is active


def test_capital_op(okta_client, zoe):
    """Operations are read in any letter case."""
    for op, title in (("Replace", "a"), ("ADD", "b"), ("rEPLACE", "c")):
        answer = okta_client.patch(f"/Users/{zoe['id']}", {"op": op, "path": "title", "value": title})
        assert answer.json()["title"] == title
    assert "title" not in okta_client.patch(f"/Users/{zoe['id']}", {"op": "Remove", "path": "title"}).json()


def test_pathless_patch(okta_client, zoe):
    """A value without a path is applied, with dotted and URN keys."""
    value = {"name.givenName": "Zo", f"{ENTERPRISE}:department": "Sales", "title": "Lead"}

    after = okta_client.patch(f"/Users/{zoe['id']}", {"op": "replace", "value": value}).json()

    assert after["name"]["givenName"] == "Zo"
    assert after[ENTERPRISE] == {"department": "Sales"}
    assert after["title"] == "Lead"


def test_add_active(okta_client, zoe):
    """Adding `active` replaces it."""
    after = okta_client.patch(f"/Users/{zoe['id']}", {"op": "add", "path": "active", "value": False}).json()

    assert after["active"] is False


def test_put_without_active(okta_client, zoe):
    """A PUT that doesn't mention `active` leaves it alone."""
    okta_client.patch(f"/Users/{zoe['id']}", {"op": "replace", "path": "active", "value": False})

    after = okta_client.put(f"/Users/{zoe['id']}", {"userName": zoe["userName"], "title": "Lead"}).json()

    assert after["active"] is False and after["title"] == "Lead"


def test_put_erases(okta_client, zoe):
    """A PUT without optional attributes leaves them alone."""
    after = okta_client.put(f"/Users/{zoe['id']}", {"schemas": zoe["schemas"], "active": True}).json()

    for name in ("userName", "externalId", "displayName", "name", "emails", "locale"):
        assert after[name] == zoe[name]


def test_put_erases_only_with_strict_replace(okta_client, zoe, cast):
    """Strict replace clears what is absent, never userName, externalId and active."""
    cast.scim.strict_replace = True
    cast.scim.save()

    after = okta_client.put(f"/Users/{zoe['id']}", {"title": "Lead"}).json()

    assert "locale" not in after and after["title"] == "Lead"
    assert (after["userName"], after["externalId"], after["active"]) == (zoe["userName"], zoe["externalId"], True)


def test_empty_filter_404(okta_client):
    """Finding nobody is an empty list."""
    for path in ('/Users?filter=userName eq "nobody@acme.example"', '/Users?filter=title eq "x"', "/Users", "/Groups"):
        answer = okta_client.get(path)
        assert (answer.status_code, answer.json()["totalResults"], answer.json()["Resources"]) == (200, 0, [])


def test_hidden_deactivated(okta_client, zoe):
    """A deactivated person is found and read, with active false."""
    okta_client.patch(f"/Users/{zoe['id']}", {"op": "replace", "path": "active", "value": False})

    found = okta_client.get('/Users?filter=userName eq "zoe@acme.example"').json()["Resources"]

    assert [(each["id"], each["active"]) for each in found] == [(zoe["id"], False)]
    assert okta_client.get(f"/Users/{zoe['id']}").json()["active"] is False


def test_reactivate_new_id(okta_client, zoe, cast):
    """Reactivation keeps the id, and the places come back."""
    person = activate(zoe["id"], cast)
    okta_client.patch(f"/Users/{zoe['id']}", {"op": "replace", "path": "active", "value": False})

    by_patch = okta_client.patch(f"/Users/{zoe['id']}", {"op": "replace", "path": "active", "value": True}).json()
    membership = Membership.objects.of(cast.acme).get(person=person)
    okta_client.patch(f"/Users/{zoe['id']}", {"op": "replace", "path": "active", "value": False})
    by_post = okta_client.post("/Users", body_of())

    assert by_patch["id"] == by_post.json()["id"] == zoe["id"]
    assert membership.state == "active"
    assert by_post.status_code == 201 and by_post.json()["active"] is True


def test_case_duplicate(okta_client, zoe):
    """A userName is compared without case."""
    answer = okta_client.post("/Users", body_of(userName="ZOE@ACME.example", externalId="other"))

    assert answer.status_code == 409
    assert answer.json()["scimType"] == "uniqueness" and zoe["id"] in answer.json()["detail"]
    assert okta_client.get('/Users?filter=userName eq "ZOE@acme.EXAMPLE"').json()["totalResults"] == 1


def test_empty_create_body(okta_client):
    """Create answers the whole person, with her address and version."""
    answer = okta_client.post("/Users", body_of())

    assert answer.status_code == 201
    assert answer["Location"] == answer.json()["meta"]["location"]
    assert answer["ETag"] == answer.json()["meta"]["version"] == 'W/"1"'


def test_paging(okta_client):
    """Totals are integers, and the order is stable."""
    for number in range(7):
        okta_client.post("/Users", {"userName": f"p{number}@acme.example"})

    pages = [okta_client.get(f"/Users?startIndex={start}&count=3").json() for start in (1, 4, 7)]

    names = [each["userName"] for page in pages for each in page["Resources"]]
    assert names == [f"p{number}@acme.example" for number in range(7)]
    assert all(isinstance(page[name], int) for page in pages for name in ("totalResults", "startIndex", "itemsPerPage"))


def test_external_id_confusion(okta_client, cast):
    """SCIM-1: an externalId is never compared with our ids."""
    for number, value in enumerate([str(cast.ada.id), cast.erin.id, "ada@acme.example"]):
        answer = okta_client.post("/Users", {"userName": f"p{number}@acme.example", "externalId": value})
        assert answer.status_code == 201 and answer.json()["id"] != str(cast.ada.id)

    assert okta_client.get(f"/Users/{cast.ada.id}").status_code == 404
    assert person_row(cast.ada.id).managed_by_id is None


def test_cross_tenant(rival_client, zoe, cast):
    """Rival's token finds nothing of Acme's on any route."""
    path = f"/Users/{zoe['id']}"

    answers = [rival_client.get(path), rival_client.put(path, {"title": "x"}), rival_client.delete(path),
               rival_client.patch(path, {"op": "replace", "path": "active", "value": False})]  # fmt: skip

    assert {answer.status_code for answer in answers} == {404}
    assert rival_client.get("/Users").json()["totalResults"] == 0
    assert rival_client.get('/Users?filter=userName eq "zoe@acme.example"').json()["totalResults"] == 0
    assert person_row(zoe["id"]).state == "invited"


@pytest.mark.parametrize(
    ("address", "status"),
    [("zoe@rival.example", 400), ("zoe@acme-labs.example", 400), ("ada@acme.example", 409),
     ("mallory@rival.example", 400),
     ("not an address", 400)],
)  # fmt: skip
def test_username_takeover(okta_client, zoe, address, status):
    """SCIM-3: an address changes only inside verified domains, and never to somebody's."""
    for answer in (
        okta_client.patch(f"/Users/{zoe['id']}", {"op": "replace", "path": "userName", "value": address}),
        okta_client.put(f"/Users/{zoe['id']}", {"userName": address}),
    ):
        assert answer.status_code == status, answer.content
    assert person_row(zoe["id"]).email == "zoe@acme.example"


def test_email_path(okta_client):
    """A value path without a match makes the element; dotted keys are no names."""
    made = okta_client.post("/Users", {"userName": "zoe@acme.example"}).json()

    after = okta_client.patch(
        f"/Users/{made['id']}",
        {"op": "replace", "path": 'emails[type eq "home"].value', "value": "zoe.home@mail.example"},
        {"op": "replace", "path": 'phoneNumbers[type eq "work"].value', "value": "+1"},
    ).json()

    assert {"type": "home", "value": "zoe.home@mail.example"} in after["emails"]
    assert after["phoneNumbers"] == [{"type": "work", "value": "+1"}]


def test_last_admin(okta_client, cast):
    """AUTH-2: SCIM can't take the last System admin away."""
    Person.objects.of(cast.acme).filter(id__in=[cast.ada.id, cast.erin.id]).update(managed_by=cast.scim)
    off = {"op": "replace", "path": "active", "value": False}
    okta_client.patch(f"/Users/{cast.erin.id}", off)

    refused = [okta_client.patch(f"/Users/{cast.ada.id}", off), okta_client.delete(f"/Users/{cast.ada.id}"),
               okta_client.put(f"/Users/{cast.ada.id}", {"active": "false"})]  # fmt: skip

    assert {answer.status_code for answer in refused} == {409}
    assert person_row(cast.ada.id).state == "active"
    assert person_row(cast.erin.id).state == "deactivated"


def test_an_account_made_elsewhere_is_not_touched(okta_client, cast):
    """A connection reads and changes nobody whom it doesn't manage."""
    other = make_person(cast.acme, "kim@acme.example", "Kim")

    assert okta_client.get(f"/Users/{other.id}").status_code == 404
    assert okta_client.delete(f"/Users/{other.id}").status_code == 404
    assert person_row(other.id).state == "active"
