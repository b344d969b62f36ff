"""Signing in over HTTP: out with a request and a cookie, back with an answer, and finished in the same browser."""

import re

import pytest
from django.test import Client

from keyhouse.domain.sign_in.models import Session, SignInAttempt
from keyhouse.foundation import clock, secrets
from keyhouse.foundation.audit.models import AuditEvent
from keyhouse.protocols.saml import keys
from keyhouse.protocols.saml.bindings import from_post
from keyhouse.protocols.saml.signatures import verified
from keyhouse.protocols.saml.xml import parse
from tests.endpoints.saml.provider import Provider, make_connection, okta_sign_on, pair

__all__ = ["okta_sign_on"]


@pytest.fixture
def hers() -> Client:
    """Ben's browser."""
    return Client()


def refused(response, cast, code):
    """A page with a support code, nobody signed in, and an attempt that tells the administrator why."""
    attempt = SignInAttempt.objects.of(cast.acme).order_by("-id").first()
    return (
        response.status_code == 403
        and attempt.support_code in response.content.decode()
        and attempt.outcome == code
        and not Session.objects.of(cast.acme).exists()
    )


def test_a_person_is_signed_in_and_goes_where_she_wanted(cast, okta_sign_on, hers):
    finished = okta_sign_on.sign_in(hers, next="/account/")

    session = Session.objects.of(cast.acme).get()
    assert (finished.status_code, finished["Location"]) == (303, "/account/")
    assert session.person == cast.ben
    assert session.secret_hash == secrets.hash_of(hers.cookies["kh_session"].value)
    assert hers.cookies["kh_session"]["httponly"] and hers.cookies["kh_session"]["samesite"] == "Lax"


@pytest.mark.parametrize(
    ("wanted", "leads"), [("/account/", "/activate/finished"), ("/invitations/waiting", "/invitations/waiting")]
)
def test_who_became_active_is_welcomed_or_goes_back_to_her_invitation(cast, okta_sign_on, hers, wanted, leads):
    cast.ben.state, cast.ben.activated_at = "invited", None
    cast.ben.save()

    assert okta_sign_on.sign_in(hers, next=wanted)["Location"] == leads


@pytest.mark.parametrize(
    "target", ["https://rival.example/", "//rival.example", "/\\rival.example", "javascript:x", ""]
)
def test_only_a_path_of_our_own_is_gone_to(cast, okta_sign_on, hers, target):
    """What stands behind next is a local path, or the start page is opened."""
    assert okta_sign_on.sign_in(hers, next=target)["Location"] == "/"


def test_an_answer_that_nobody_asked_for_is_refused(cast, okta_sign_on, hers):
    """SAML-7: sign-on that the provider starts is off."""
    assert refused(okta_sign_on.post(hers, okta_sign_on.says(None)), cast, "unsolicited")
    assert refused(okta_sign_on.post(hers, okta_sign_on.says("_made_up")), cast, "unsolicited")


def test_an_answer_signed_by_somebody_else_is_refused_and_listed_with_every_check(cast, okta_sign_on, hers):
    """SAML-6: the keys of the connection decide."""
    value = okta_sign_on.says(okta_sign_on.asked(hers), signer="mallory")

    response = okta_sign_on.post(hers, value)

    checks = SignInAttempt.objects.of(cast.acme).get().checks
    assert refused(response, cast, "bad_signature")
    assert [check["check"] for check in checks if not check["passed"]] == ["signature"]
    assert AuditEvent.objects.of(cast.acme).filter(tag="sign_in.sign_on.refused").count() == 1


def test_another_connection_of_the_same_provider_is_another_audience(cast, okta_sign_on, hers):
    """SAML-7: an answer for one connection opens no other."""
    other = Provider(make_connection(cast, "Entra"))
    value = other.says(okta_sign_on.asked(hers))

    assert refused(okta_sign_on.post(hers, value), cast, "wrong_recipient")


def test_the_same_answer_posted_twice_signs_in_once(cast, okta_sign_on, hers):
    """SAML-8: one answer, one session, in the browser that asked."""
    value = okta_sign_on.says(okta_sign_on.asked(hers))
    handles = [okta_sign_on.post(hers, value)["Location"] for _ in range(2)]

    finished = [hers.get(handle).status_code for handle in [*handles, *handles]]

    assert finished == [303, 403, 403, 403]
    assert Session.objects.of(cast.acme).count() == 1
    assert okta_sign_on.post(hers, value).status_code == 403


def test_an_answer_from_another_browser_signs_nobody_in_and_spoils_nothing(cast, okta_sign_on, hers):
    """SAML-8: Mallory posts Ben's answer, and opens Ben's handle, in her own browser."""
    value, mallorys = okta_sign_on.says(okta_sign_on.asked(hers)), Client()
    okta_sign_on.asked(mallorys)

    hers_handle = okta_sign_on.post(hers, value)["Location"]
    tried = [mallorys.get(okta_sign_on.post(mallorys, value)["Location"]), mallorys.get(hers_handle)]

    assert [one.status_code for one in tried] == [403, 403]
    assert not Session.objects.of(cast.acme).exists()
    assert hers.get(hers_handle).status_code == 303


@pytest.mark.parametrize("value", ["", "AAAA", "<a/>", "x" * 500_000])
def test_what_is_no_message_is_refused_and_listed(cast, okta_sign_on, hers, value):
    """SAML-10: rubbish is an attempt like any other."""
    assert refused(okta_sign_on.post(hers, value), cast, "malformed")


def test_a_person_who_left_is_refused_with_the_same_page(cast, okta_sign_on, hers):
    assert refused(okta_sign_on.sign_in(hers, "dana@acme.example"), cast, "no_such_person")


def test_a_draft_sends_nobody_anywhere(cast, hers):
    draft = Provider(make_connection(cast, "Draft", state="draft"))

    assert hers.get(f"{draft.path}/sign-in").status_code == 403


def test_a_connection_that_never_was_is_not_found(db, hers):
    assert hers.get("/saml/383464873662820673/sign-in").status_code == 404
    assert hers.post("/saml/383464873662820673/acs", {"SAMLResponse": "x"}).status_code == 404


def test_our_metadata_is_served_without_a_sign_in(cast, okta_sign_on, hers):
    response = hers.get(f"{okta_sign_on.path}/metadata")

    assert response["Content-Type"] == "application/samlmetadata+xml"
    assert okta_sign_on.ours.acs_url in response.content.decode()


def test_addresses_come_from_the_settings_and_not_from_the_host(cast, okta_sign_on, hers):
    """A hostile Host, Forwarded or X-Forwarded-Host changes no address that we show."""
    hostile = {"X-Forwarded-Host": "rival.example", "Forwarded": "host=rival.example"}

    shown = hers.get(f"{okta_sign_on.path}/metadata", headers=hostile).content.decode()

    assert "rival.example" not in shown


def test_a_provider_that_wants_a_form_gets_one_that_may_reach_it_and_nobody_else(cast, okta_sign_on, hers):
    okta_sign_on.connection.saml.sign_on_binding = "post"
    okta_sign_on.connection.saml.save()

    response = hers.get(f"{okta_sign_on.path}/sign-in")

    page, policy = response.content.decode(), response["Content-Security-Policy"]
    sent = re.search(r'name="SAMLRequest" value="([^"]+)"', page)[1]
    asked = parse(from_post(sent))
    assert 'action="https://idp.acme.example/sso"' in page and "https://idp.acme.example" in policy
    assert verified(asked, (keys.read_certificate(pair("sp")[1]),), clock.now())[0].get("ID") == asked.get("ID")
    assert hers.cookies["kh_sign_on"].value
