"""Every page of the demo can be used, wide and narrow, in light and in dark."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest

from tests.architecture.tree import listed
from tests.browser.looking import faults_of, pages_from, sign_in
from tests.browsing import Surfer

Surfing = Callable[..., AbstractContextManager[Surfer]]
pytestmark = pytest.mark.browser


@pytest.mark.parametrize("who", ["ada", "ben", "finn", "mallory"])
def test_every_page_that_she_can_reach_is_usable(who: str, demo: dict[str, Any], surfing: Surfing):
    with surfing() as her:
        sign_in(her, demo, who)

        found = {page: faults_of(her) for page in pages_from(her, demo["base_url"] + "/")}

    assert len(found) > 3, "she was not signed in"
    assert not any(found.values()), listed([fault for faults in found.values() for fault in faults])


@pytest.mark.parametrize(
    "address", ["/sign-in", "/help/", "/invitations/unknown", "/activate/unknown", "/nothing-here"]
)
def test_every_page_of_the_front_door_is_usable(address: str, demo: dict[str, Any], surfing: Surfing):
    with surfing() as nobody:
        nobody.page.goto(demo["base_url"] + address)

        faults = faults_of(nobody)

    assert not faults, listed(faults)


def test_every_state_of_every_component_is_usable(demo: dict[str, Any], surfing: Surfing):
    with surfing() as nobody:
        nobody.page.goto(demo["base_url"] + "/-/gallery/")

        faults = faults_of(nobody)

    assert not faults, listed(faults)
