"""The panel Two-factor authentication."""

import re

from keyhouse import deliveries
from keyhouse.domain.organizations import queries
from keyhouse.domain.organizations.models import SecuritySettings
from keyhouse.foundation.mail import queries as mail
from tests.domain.credentials.proofs import give_app
from tests.domain.sign_in.walking import switch_sign_on_on
from tests.tools.admin_center.test_security_settings import hidden
from tests.tools.at_the_door import browser_of
from tests.tools.front_door.browsing import shown

PANEL = "/admin-center/two-factor-authentication/"
AS_IT_IS = {"two_factor_who": "everyone", "two_factor_grace_days": 7, "remember_device_days": 0}


def listed(page):
    return set(re.findall(r"[a-z]+@acme\.example", page.split("People who still must")[1]))


def test_the_requirement_is_switched_on_after_a_look_at_it(cast):
    client = browser_of(cast.ada)

    review = client.post(PANEL, {**AS_IT_IS, "two_factor_required": "on", "email_code": "on"})
    assert "Require two-factor authentication" in shown(review) and not asked(cast).two_factor_required

    client.post(PANEL, hidden(shown(review)))
    assert asked(cast).asks_everyone and asked(cast).two_factor_methods == ["authenticator", "email_code"]


def test_administrators_are_listed_always_and_everyone_where_it_is_required(cast):
    client = browser_of(cast.ada)
    assert listed(shown(client.get(PANEL))) == {"ada@acme.example", "erin@acme.example"}

    SecuritySettings.objects.of(cast.acme).update(two_factor_required=True)
    give_app(cast.erin)

    assert listed(shown(client.get(PANEL))) == {"ada@acme.example", "ben@acme.example"}
    assert listed(shown(client.get(PANEL, {"q": "ben"}))) == {"ben@acme.example"}


def test_people_who_sign_in_at_an_identity_provider_are_not(cast):
    SecuritySettings.objects.of(cast.acme).update(two_factor_required=True)
    switch_sign_on_on(cast)

    assert listed(shown(browser_of(cast.ada).get(PANEL))) == {"ada@acme.example"}


def test_the_list_is_a_file_too(cast):
    text = browser_of(cast.ada).get(f"{PANEL}export/").content.decode()

    assert "erin@acme.example" in text and "ben@acme.example" not in text


def test_a_reminder_goes_to_all_of_them_once_a_day(cast):
    client = browser_of(cast.ada)

    assert client.post(f"{PANEL}reminder/").status_code == 303
    deliveries.run_pending()

    told = sorted(one.to for one in mail.kept() if one.subject.startswith("Set up a second factor"))
    assert told == ["ada@acme.example", "erin@acme.example"]
    assert "within the last 24 hours" in shown(client.post(f"{PANEL}reminder/"))


def test_an_emergency_code_is_shown_once(cast):
    give_app(cast.ben)
    client, address = browser_of(cast.ada), f"/admin-center/people/{cast.ben.id}/emergency-code/"
    assert "Issue emergency code" in shown(client.get(address))

    page = shown(client.post(address, {"issue": "yes"}))

    assert re.search(r">\d{8}<", page) and not re.search(r">\d{8}<", shown(client.get(address)))


def asked(cast):
    return queries.security_settings(cast.acme.id)
