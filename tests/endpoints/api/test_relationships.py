"""External relationships through the API, from both sides."""

from __future__ import annotations

from typing import Any

import pytest

from keyhouse.domain.relationships import queries
from tests.cast import make_product
from tests.domain.relationships.related import make_guest, make_relationship
from tests.endpoints.api.calling import Caller, own_token


@pytest.fixture
def adas(cast: Any) -> Caller:
    """Ada's own token, with all that she may."""
    return Caller(own_token(cast.ada))


@pytest.fixture
def cleos(cast: Any) -> Caller:
    """Cleo's own token at Brightside."""
    return Caller(own_token(cast.cleo))


def test_from_code_to_guest_to_end(adas: Caller, cleos: Caller, cast: Any):
    code = adas("POST", "/external-relationships/invitations/relationship-id", {"hosting": True}).json()["code"]
    offer = cleos("POST", "/external-relationships/invitations/entry", {"code": code}).json()
    made = cleos("POST", f"/external-relationships/invitations/{offer['id']}/acceptance").json()
    path, shop = f"/external-relationships/{made['id']}", make_product(cast.acme, "Shop")
    adas("PATCH", path, {"may_hold": ["products"]})
    cleos("POST", f"{path}/guests", {"people": [str(cast.cleo.id)]})
    (asked,) = adas("GET", "/external-relationships/member-requests").json()["items"]
    adas("POST", f"/external-relationships/guests/{asked['id']}/approval", {"products": [str(shop.id)]})

    held = queries.held_by(queries.between(cast.acme.id, cast.brightside.id), [cast.cleo])[cast.cleo.id]

    assert (made["host"], made["guest"], held.products) == ("Acme", "Brightside", ("Shop",))
    assert cleos("DELETE", path).status_code == 204
    assert queries.between(cast.acme.id, cast.brightside.id) is None


def test_access_is_set_as_a_whole_and_a_guest_is_removed(adas: Caller, cast: Any):
    guest = make_guest(make_relationship(cast.acme, cast.brightside), cast.cleo)
    path = f"/external-relationships/guests/{guest.id}"

    adas("PUT", f"{path}/access", {"external_system_admin": True})
    given = queries.access_of(guest).external_system_admin
    adas("DELETE", path)

    assert given and queries.open_places(guest.relationship) == []


def test_the_guest_organization_sets_no_terms(cleos: Caller, cast: Any):
    hosted = make_relationship(cast.acme, cast.brightside)

    answer = cleos("PATCH", f"/external-relationships/{hosted.id}", {"auto_approve": True})

    assert answer.status_code == 403


def test_rival_finds_nothing_of_it(cast: Any):
    """AUTH-1: a relationship is seen by its two sides alone."""
    hosted = make_relationship(cast.acme, cast.brightside)
    mallorys = Caller(own_token(cast.mallory))

    assert mallorys("GET", f"/external-relationships/{hosted.id}").status_code == 404
    assert mallorys("GET", "/external-relationships").json()["items"] == []
