"""The same answer in parallel: one of many wins, on both databases."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections
from django.test import Client

from keyhouse.domain.sign_in.models import Session
from tests.endpoints.saml.provider import okta_sign_on

__all__ = ["okta_sign_on"]


def at_once(deeds):
    """Do several things at the same time, each on a database connection of its own."""

    def alone(deed):
        try:
            return deed()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(deeds)) as pool:
        return list(pool.map(alone, deeds))


@pytest.mark.django_db(transaction=True)
def test_the_same_answer_posted_and_finished_in_parallel_signs_in_once(transactional_db, cast, okta_sign_on):
    """SAML-8: one-time values are used up by one atomic statement."""
    hers = Client()
    value = okta_sign_on.says(okta_sign_on.asked(hers))
    cookies = {name: morsel.value for name, morsel in hers.cookies.items()}

    def whole_way():
        browser = Client()
        browser.cookies.load(cookies)
        posted = okta_sign_on.post(browser, value)
        return browser.get(posted["Location"]).status_code if posted.status_code == 303 else posted.status_code

    outcomes = at_once([whole_way] * 4)

    assert sorted(outcomes) == [303, 403, 403, 403]
    assert Session.objects.of(cast.acme).count() == 1
