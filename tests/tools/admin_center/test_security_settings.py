"""The panel Security settings."""

import re

import pytest

from keyhouse.domain.organizations import queries
from keyhouse.domain.organizations.models import SecuritySettings
from tests.tools.at_the_door import browser_of
from tests.tools.front_door.browsing import shown

PANEL = "/admin-center/security-settings/"
AS_IT_IS = {
    "password_length": 8, "long_passwords": "on", "wrong_tries": 20, "session_hours": 12, "admin_idle_minutes": 60,
    "reauthentication_minutes": 5, "tell_new_device": "on", "tell_new_network": "on", "alert_admin_device": "on",
    "approvals": "sensitive", "admin_networks": "", "log_retention_months": 24,
}  # fmt: skip


def hidden(page):
    found = re.findall(r'<input type="hidden" name="(\w+)"(?: value="([^"]*)")?', page)
    return {name: value for name, value in found if name != "csrfmiddlewaretoken"}


def test_a_change_is_shown_before_it_is_made(cast):
    client = browser_of(cast.ada)

    review = client.post(PANEL, {**AS_IT_IS, "session_hours": 8, "tell_new_network": ""})
    page = shown(review)
    assert "Session length in hours" in page and "New network: mail to the person" in page
    assert "Minimum password length" not in page and queries.security_settings(cast.acme.id).session_hours == 12

    done = client.post(PANEL, hidden(page))
    kept = queries.security_settings(cast.acme.id)
    assert done.status_code == 303 and (kept.session_hours, kept.tell_new_network, kept.wrong_tries) == (8, False, 20)


def test_nothing_changed_is_said(cast):
    assert browser_of(cast.ada).post(PANEL, AS_IT_IS).status_code == 303


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [("wrong_tries", 4, "from 5 to 20"), ("admin_networks", "office", "a network"),
     ("admin_networks", "203.0.113.0/24", "from which you are here")],
    ids=["range", "no_network", "herself"],
)  # fmt: skip
def test_what_is_refused_is_said_at_the_form(cast, field, value, words):
    client = browser_of(cast.ada)
    data = {**AS_IT_IS, field: value}

    answer = client.post(PANEL, {**data, "confirmed": "yes"})

    assert answer.status_code == 422 and words in shown(answer)


def test_whoever_only_views_finds_every_field_closed(cast):
    from keyhouse.domain.administration.models import Role, RoleHolder
    from keyhouse.foundation import clock

    role = Role.objects.of(cast.acme).create(name="Reader", code="reader", permissions=["security_settings.view"])
    RoleHolder.objects.of(cast.acme).create(role=role, person=cast.ben, given_at=clock.now())

    page = shown(browser_of(cast.ben).get(PANEL))

    assert "disabled" in page and ">Save<" not in page
    assert browser_of(cast.ben).post(PANEL, {**AS_IT_IS, "wrong_tries": 5, "confirmed": "yes"}).status_code in (
        303,
        403,
    )
    assert queries.security_settings(cast.acme.id).wrong_tries == 20


def test_admin_center_opens_only_from_the_allowed_networks(cast):
    SecuritySettings.objects.of(cast.acme).update(admin_networks=["198.51.100.0/24"])
    outside, inside = browser_of(cast.ada), browser_of(cast.ada)
    inside.defaults["REMOTE_ADDR"] = "198.51.100.7"

    refused = outside.get(PANEL)
    assert refused.status_code == 403 and "from certain networks only" in shown(refused)
    assert inside.get(PANEL).status_code == 200
    assert outside.get("/account/").status_code == 200
    assert outside.post(f"/admin-center/people/{cast.ben.id}/sign-out/").status_code == 403
