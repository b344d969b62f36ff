"""The table of errors as pages: each kind of broken rule has one answer, and a fault of ours has a reference."""

import html

import pytest
from django.test import Client, RequestFactory
from django.urls import path

from keyhouse.domain.administration.errors import LastSystemAdmin
from keyhouse.foundation.errors import Conflict, Invalid, NotAllowed, NotFound
from keyhouse.ui import OPEN, page, refusals
from tests.visiting import text_of

KINDS = [
    (NotFound(), 404),
    (NotAllowed(permission="read security logs"), 403),
    (LastSystemAdmin(), 422),
    (Invalid(), 422),
    (Conflict(), 422),
]


def screen(error):
    def broken(request):
        raise error

    return page("x", broken, needs=OPEN, name="x").callback


@pytest.mark.parametrize(("error", "status"), KINDS)
def test_each_kind_has_its_status(error, status):
    assert screen(error)(RequestFactory().get("/x")).status_code == status


def test_a_refusal_gives_the_reason_and_its_code():
    shown = text_of(screen(LastSystemAdmin())(RequestFactory().get("/x")))

    assert "This is the last System admin." in shown and "last_system_admin" in shown


def test_what_is_not_yours_looks_like_what_never_was():
    """AUTH-1: the page of a foreign thing is that of an unknown address, letter for letter."""
    request = RequestFactory().get("/x")

    assert screen(NotFound())(request).content == refusals.not_found(request).content


def test_a_fault_of_ours_has_a_reference_and_no_trace():
    request = RequestFactory().get("/x")
    try:
        raise ZeroDivisionError("secret 4711")
    except ZeroDivisionError:
        response = refusals.failed(request)

    assert response.status_code == 500
    assert "Reference" in text_of(response) and "4711" not in text_of(response)


def test_only_named_methods_are_answered():
    only_posts = page("x", lambda request: None, needs=OPEN, name="x", methods=["POST"]).callback

    assert only_posts(RequestFactory().get("/x")).status_code == 405


@pytest.mark.django_db
def test_an_unknown_address_is_a_page_of_ours():
    response = Client(headers={"host": "127.0.0.1"}).get("/nothing-here")

    assert response.status_code == 404 and "This page doesn't exist" in response.content.decode()


def test_no_address_is_built_of_what_is_no_id():
    assert path("<id:person>", lambda request: None).pattern.match("0") is None


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["utf-16", "latin-1"])
def test_a_form_in_another_encoding_is_refused_and_no_fault_of_ours(kind):
    client = Client(headers={"host": "127.0.0.1"}, enforce_csrf_checks=True, raise_request_exception=False)
    client.get("/sign-in")

    response = client.post("/sign-in", b"email=a", content_type=f"application/x-www-form-urlencoded; charset={kind}")

    assert response.status_code == 400 and "can't be read" in html.unescape(response.content.decode())


@pytest.mark.django_db
def test_a_foreign_host_gets_the_same_page_without_being_named():
    """WEB-1: the host of the request stands nowhere in the answer."""
    response = Client(headers={"host": "evil.example"}).get("/sign-in")

    assert response.status_code == 400 and "evil.example" not in response.content.decode()
