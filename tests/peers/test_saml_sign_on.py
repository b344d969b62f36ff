"""Single sign-on with an identity provider that we did not write, over real HTTP, from its metadata to a session."""

from urllib.parse import urlsplit

import httpx
import pytest
from django.conf import settings

from keyhouse.domain.connections import actions, rules
from keyhouse.domain.connections.models import RoutedDomain
from keyhouse.domain.email_domains.models import EmailDomain
from keyhouse.domain.sign_in.models import Session, SignInAttempt
from keyhouse.foundation import clock
from keyhouse.protocols.saml import keys, metadata
from tests.peers.saml_idp import running_idp

pytestmark = [pytest.mark.peer, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def keyhouse(transactional_db, live_server, monkeypatch):
    """The address of a running Keyhouse, under which it also calls itself."""
    url = f"http://127.0.0.1:{urlsplit(live_server.url).port}"
    monkeypatch.setattr(settings.KEYHOUSE, "base_url", url)
    return url


def connected(cast, ada, idp):
    """Acme's connection, made from the provider's own metadata and switched on."""
    pair = rules.KeyPair(
        **dict(zip(("private_key", "certificate"), keys.new_key_pair("Acme", clock.now()), strict=True))
    )
    connection = actions.add_sign_on_connection(by=ada, organization=cast.acme, name="Peer", keys=pair)
    provider = metadata.read(idp.metadata())
    actions.describe_identity_provider(
        by=ada, connection=connection, provider=rules.IdentityProvider(**provider.kept())
    )
    connection.state = "active"
    connection.save(update_fields=["state"])
    domain = EmailDomain.objects.of(cast.acme).get(name="acme.example")
    RoutedDomain.objects.of(cast.acme).create(domain=domain, connection=connection)
    return connection


def signed_in(keyhouse, idp, connection, email="ben@acme.example"):
    """Walk the whole way without a browser; answers the client and the last response."""
    browser = httpx.Client(base_url=keyhouse, trust_env=False)
    out = browser.get(f"/saml/{connection.id}/sign-in", params={"next": "/account/"})
    assert out.status_code == 303, out.text
    form = idp.answer_to(out.headers["Location"], email)
    back = browser.post(form.action, data=form.fields)
    if back.status_code == 303:
        return browser, browser.get(back.headers["Location"])
    return browser, back


@pytest.mark.parametrize(("response", "assertion"), [(True, True), (False, True), (True, False)])
def test_a_person_signs_in_through_the_peer(cast, ada, keyhouse, tmp_path, response, assertion):
    with running_idp(tmp_path, sign_response=response, sign_assertion=assertion) as idp:
        connection = connected(cast, ada, idp)

        browser, last = signed_in(keyhouse, idp, connection)

    attempt = SignInAttempt.objects.of(cast.acme).get()
    assert (last.status_code, last.headers.get("Location")) == (303, "/account/"), attempt.checks
    assert Session.objects.of(cast.acme).get().person == cast.ben
    assert "kh_session" in browser.cookies


def test_a_person_whom_nobody_knows_is_refused(cast, ada, keyhouse, tmp_path):
    with running_idp(tmp_path) as idp:
        _, last = signed_in(keyhouse, idp, connected(cast, ada, idp), "nobody@acme.example")

    assert last.status_code == 403
    assert SignInAttempt.objects.of(cast.acme).get().outcome == "no_such_person"


def test_the_metadata_of_the_peer_passes_every_check(tmp_path):
    with running_idp(tmp_path) as idp:
        lines, _ = metadata.validate(
            idp.metadata(), now=clock.now(), is_allowed=lambda url: True, is_taken=lambda issuer: False
        )

    assert [line.check for line in lines if not line.passed] == []
