"""SCIM with clients that we did not write: scim2-tester has no complaint, scim2-client works a whole life."""

import pytest

from keyhouse.endpoints.scim.recorder import waiting
from tests.endpoints.scim.conftest import make_token

pytestmark = [pytest.mark.peer, pytest.mark.django_db(transaction=True)]
wsgi = pytest.importorskip("scim2_client.engines.wsgi")
tester = pytest.importorskip("scim2_tester")


@pytest.fixture
def peer(cast):
    """A client of the library, with the token of Acme's connection."""
    from django.core.wsgi import get_wsgi_application

    headers = {"Authorization": f"Bearer {make_token(cast.scim)}"}
    yield wsgi.WSGISCIMClient(get_wsgi_application(), "http://127.0.0.1:8000/scim/v2", headers)
    waiting.stop()


def test_every_check_of_scim2_tester_passes(peer):
    results = tester.check_server(peer)

    passed = ("SUCCESS", "COMPLIANT", "SKIPPED")
    failed = [f"{one.status.name} {one.title}: {one.reason}" for one in results if one.status.name not in passed]
    assert len(results) > 20
    assert not failed, "\n".join(failed)


def test_a_whole_life_with_scim2_client(peer, cast):
    from scim2_models import PatchOp, PatchOperation, SearchRequest

    peer.discover()
    person_model = peer.get_resource_model("User")

    made = peer.create(person_model(user_name="zoe@acme.example", display_name="Zoe", external_id="1"))
    found = peer.query(person_model, query_parameters=SearchRequest(filter='userName eq "ZOE@acme.example"'))
    assert [each.id for each in found.resources] == [made.id]

    made.title = "Lead"
    assert peer.replace(made).title == "Lead"

    off = PatchOp[person_model](operations=[PatchOperation(op="replace", path="active", value=False)])
    assert peer.modify(person_model, made.id, off).active is False
    assert peer.query(person_model, made.id).active is False

    peer.delete(person_model, made.id)
    assert peer.query(person_model, query_parameters=SearchRequest(filter='externalId eq "1"')).total_results == 0
