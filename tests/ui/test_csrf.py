"""Forms: only our own pages send them."""

import pytest
from django.test import RequestFactory

from keyhouse.ui.csrf import CsrfMiddleware

TOKEN = "a" * 32


def answer_to(**headers):
    """What the check says of a form with a good token and these headers; None lets it through."""
    request = RequestFactory(headers={"host": "127.0.0.1", **headers}).post("/x", {"csrfmiddlewaretoken": TOKEN})
    request.COOKIES["csrftoken"] = TOKEN
    check = CsrfMiddleware(lambda request: None)
    check.process_request(request)
    request._dont_enforce_csrf_checks = False
    return check.process_view(request, lambda request: None, (), {})


def test_a_form_of_a_page_without_referrer_is_ours_when_the_browser_says_so():
    assert answer_to(origin="null", **{"sec-fetch-site": "same-origin"}) is None


@pytest.mark.parametrize("site", ["cross-site", "same-site", "none", ""])
def test_a_form_from_elsewhere_is_refused(site):
    response = answer_to(origin="null", **{"sec-fetch-site": site})

    assert response.status_code == 403


def test_a_named_origin_must_be_ours():
    assert answer_to(origin="http://127.0.0.1") is None
    assert answer_to(origin="https://evil.example").status_code == 403
