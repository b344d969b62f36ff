"""The pictures of the guide are served to everybody, and nothing else is."""

from __future__ import annotations

import pytest
from django.test import Client

PEOPLE = "/help/admin-center/pictures/people.webp"


@pytest.mark.django_db
def test_a_page_shows_its_picture():
    page, picture = Client().get("/help/admin-center/people/"), Client().get(PEOPLE)

    assert PEOPLE in page.content.decode()
    assert picture["Content-Type"] == "image/webp" and picture.content.startswith(b"RIFF")


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["nothing", "..%2Fpeople", "%2e%2e/people"], ids=["unknown", "up", "dots"])
def test_what_is_no_picture_is_not_found(path: str):
    assert Client().get(f"/help/admin-center/pictures/{path}.webp").status_code in {303, 404}
