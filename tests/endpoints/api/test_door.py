"""The door of the API: tokens of integrations and of people, never more than they hold now."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from keyhouse.domain.deprovisioning import actions as leaving
from keyhouse.domain.sign_in import actions
from keyhouse.domain.sign_in.errors import MoreThanOwnPermissions
from keyhouse.domain.sign_in.models import AccessToken, TokenKind
from keyhouse.domain.sign_in.rules import TOKEN_PREFIX
from keyhouse.foundation.permissions import Permission
from tests.endpoints.api.calling import Caller, integration_token, own_token
from tests.tools.at_the_door import browser_of


def test_a_token_says_whose_it_is_and_what_it_may(cast: Any):
    told = Caller(integration_token(cast.scim, {Permission.PEOPLE_MANAGE}))("GET", "/me").json()

    assert told["kind"] == "integration" and told["organization"]["name"] == "Acme"
    assert told["permissions"] == ["people.manage", "people.view"]


def test_a_persons_token_acts_as_she_does(cast: Any):
    told = Caller(own_token(cast.ada))("GET", "/me").json()

    assert (told["kind"], told["id"]) == ("person", str(cast.ada.id))


def test_a_persons_token_loses_what_she_loses(cast: Any):
    token = own_token(cast.ben, {Permission.PEOPLE_MANAGE})

    assert Caller(token)("GET", "/me").json()["permissions"] == []
    assert Caller(token)("GET", "/people").status_code == 403


@pytest.mark.parametrize("state", ["deactivated", "suspended", "locked", "invited"])
def test_a_persons_token_is_off_with_her_account(cast: Any, state: str):
    """SESS-1: whatever stops a person stops her own tokens."""
    token = own_token(cast.erin)

    cast.erin.state = state
    cast.erin.save()

    assert Caller(token)("GET", "/me").status_code == 401


def test_deactivation_revokes_a_persons_tokens_for_good(ada: Any, cast: Any):
    token = own_token(cast.erin)

    leaving.deactivate_person(by=ada, person=cast.erin)

    assert not AccessToken.objects.of(cast.acme).filter(kind=TokenKind.PERSON).exists()
    leaving.reactivate_person(by=ada, person=cast.erin)
    assert Caller(token)("GET", "/me").status_code == 401


def test_a_cookie_opens_nothing(cast: Any):
    assert browser_of(cast.ada).get("/api/v1/me").status_code == 401


def test_a_token_of_another_kind_opens_nothing(cast: Any):
    token = integration_token(cast.scim, {Permission.PEOPLE_VIEW})
    AccessToken.objects.of(cast.acme).update(kind=TokenKind.PROVISIONING)

    assert Caller(token)("GET", "/people").status_code == 401


def test_a_persons_token_holds_only_what_she_holds(ben: Any, cast: Any, untouched: Any):
    with pytest.raises(MoreThanOwnPermissions, match="decide"), untouched():
        actions.create_access_token(
            by=ben, holder=cast.ben, kind=TokenKind.PERSON, name="Script", permissions=["decide"], days=30
        )


def test_what_is_reserved_stands_in_no_integration(ada: Any, cast: Any, untouched: Any):
    with pytest.raises(MoreThanOwnPermissions, match="assign_admin_roles"), untouched():
        actions.create_access_token(
            by=ada, holder=cast.scim, kind=TokenKind.INTEGRATION, name="Shop", permissions=["assign_admin_roles"]
        )


def test_nobody_makes_a_token_for_somebody_else(ada: Any, cast: Any):
    from keyhouse.foundation.errors import NotAllowed

    with pytest.raises(NotAllowed):
        actions.create_access_token(by=ada, holder=cast.ben, kind=TokenKind.PERSON, name="Hers", permissions=[])


def test_a_persons_token_can_be_told_by_its_beginning(ada: Any, cast: Any):
    _token, secret = actions.create_access_token(
        by=ada, holder=cast.ada, kind=TokenKind.PERSON, name="Script", permissions=["people.view"], days=30
    )

    assert secret.startswith(TOKEN_PREFIX[TokenKind.PERSON])
    assert Caller(secret)("GET", "/people").status_code == 200
    assert _token.until - _token.made_at == dt.timedelta(days=30)


def test_use_is_noted(cast: Any):
    token = own_token(cast.ada)
    AccessToken.objects.of(cast.acme).update(last_used_at=None)

    Caller(token)("GET", "/me")

    assert AccessToken.objects.of(cast.acme).get().last_used_at is not None
