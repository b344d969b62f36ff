"""My account, API tokens: made for myself, shown once, revoked; nobody else's can be seen."""

from __future__ import annotations

import re
from typing import Any

from keyhouse.domain.sign_in.models import AccessToken
from tests.endpoints.api.calling import Caller, own_token
from tests.tools.at_the_door import browser_of

MAKING = {"name": "Script", "expires": "30", "permissions": ["people.view"]}


def test_a_token_is_shown_once_and_acts_as_its_maker(cast: Any):
    hers = browser_of(cast.ada)

    shown = hers.post("/account/tokens/creating/", MAKING)
    secret = re.search(r"kh_own_[A-Za-z0-9_-]{43}", shown.content.decode())

    assert secret is not None and shown["Cache-Control"] == "no-store"
    assert Caller(secret.group())("GET", "/me").json()["permissions"] == ["people.view"]
    assert "Script" in (page := hers.get("/account/tokens/").content.decode()) and secret.group() not in page


def test_a_revoked_token_opens_nothing(cast: Any):
    token = own_token(cast.ada)
    row = AccessToken.objects.of(cast.acme).get()

    browser_of(cast.ada).post(f"/account/tokens/{row.id}/revocation/", {"revoke": "yes"})

    assert Caller(token)("GET", "/me").status_code == 401


def test_who_has_no_role_is_told_so(cast: Any):
    his = browser_of(cast.ben)

    assert "Tokens are for administrators" in his.get("/account/tokens/").content.decode()
    assert his.post("/account/tokens/creating/", MAKING).status_code == 422


def test_nobody_revokes_the_token_of_somebody_else(cast: Any):
    own_token(cast.ada)
    row = AccessToken.objects.of(cast.acme).get()

    for other in (cast.ben, cast.erin, cast.mallory):
        assert browser_of(other).post(f"/account/tokens/{row.id}/revocation/", {"revoke": "yes"}).status_code == 404
    assert AccessToken.objects.of(cast.acme).exists()


def test_an_old_sign_in_is_asked_again(cast: Any):
    from keyhouse.domain.sign_in.models import Session

    hers = browser_of(cast.ada)
    Session.objects.of(cast.acme).update(proved_at="2020-01-01T00:00:00Z")

    hers.post("/account/tokens/creating/", MAKING)

    assert not AccessToken.objects.of(cast.acme).exists()
