"""The theme that a person chose stays in her browser."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def test_a_chosen_theme_is_kept_and_leads_back():
    browser = Client(headers={"host": "127.0.0.1"})

    answer = browser.post("/-/theme/", {"theme": "dark", "next": "/sign-in"})

    assert (answer.status_code, answer["Location"]) == (303, "/sign-in")
    assert 'data-theme="dark"' in browser.get("/sign-in").content.decode()


def test_as_the_system_forgets_the_choice():
    browser = Client(headers={"host": "127.0.0.1"})
    browser.post("/-/theme/", {"theme": "dark"})

    browser.post("/-/theme/", {"theme": ""})

    assert "data-theme" not in browser.get("/sign-in").content.decode()


@pytest.mark.parametrize("sent", [{"theme": "red"}, {"theme": "dark", "next": "https://evil.example"}])
def test_nothing_else_is_kept_or_followed(sent):
    browser = Client(headers={"host": "127.0.0.1"})

    answer = browser.post("/-/theme/", sent)

    assert answer["Location"] == "/" and "red" not in browser.get("/sign-in").content.decode().split("<body")[0]
