"""Sending a browser to an identity provider: only where it is on, or as a test by an administrator."""

import pytest

from keyhouse.domain.sign_in import queries
from keyhouse.domain.sign_in.errors import SingleSignOnIsOff
from keyhouse.domain.sign_in.models import SignOnRequest
from keyhouse.foundation import secrets
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from tests.domain.sign_in.sign_on import BROWSER, begun, make_sign_on, nobody, single_sign_on

__all__ = ["nobody", "single_sign_on"]


def test_a_request_is_kept_with_the_hash_of_its_browser(cast, acme, single_sign_on, nobody):
    begun(nobody, single_sign_on, next="/account/")

    request = SignOnRequest.objects.of(acme).get()
    assert (request.purpose, request.next, request.finished_at) == ("sign_in", "/account/", None)
    assert request.browser_hash == secrets.hash_of(BROWSER)
    assert queries.open_request(single_sign_on, "_r1") == request
    assert not audit.events(acme.id)


@pytest.mark.parametrize("state", ["draft", "tested", "disabled"])
def test_nobody_is_sent_to_a_connection_that_is_not_on(cast, nobody, untouched, state):
    connection = make_sign_on(cast, state=state)

    with pytest.raises(SingleSignOnIsOff), untouched():
        begun(nobody, connection)


def test_an_administrator_tests_a_draft(cast, acme, ada):
    begun(ada, make_sign_on(cast, state="draft"), email="ada@acme.example")

    assert SignOnRequest.objects.of(acme).get().purpose == "test"
    assert "began a test of Okta with ada@acme.example" in audit.events(acme.id)[0].sentence


def test_others_test_nothing(cast, ben, mallory, nobody, untouched):
    draft = make_sign_on(cast, state="draft")

    for by in (ben, mallory, nobody):
        with pytest.raises(NotAllowed), untouched():
            begun(by, draft, email="ada@acme.example")


def test_a_request_of_another_connection_is_not_open_here(cast, single_sign_on, nobody):
    begun(nobody, single_sign_on)

    assert queries.open_request(make_sign_on(cast, "Entra"), "_r1") is None
