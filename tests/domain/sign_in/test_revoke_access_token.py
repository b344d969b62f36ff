"""Revoking a bearer token."""

import pytest

from keyhouse.domain.sign_in import actions, queries
from keyhouse.domain.sign_in.errors import TokenNotFound
from keyhouse.foundation.errors import NotAllowed
from tests.domain.sign_in.test_create_access_token import provisioning_token


def test_a_revoked_token_opens_nothing_from_then_on(ada, cast):
    token, secret = provisioning_token(ada, cast)

    actions.revoke_access_token(by=ada, token=token)

    assert queries.token(secret) is None
    with pytest.raises(TokenNotFound):
        queries.access_token(cast.acme.id, token.id)


def test_nobody_else_revokes_a_token(ada, ben, mallory, cast, untouched):
    token, _secret = provisioning_token(ada, cast)

    for stranger in (ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.revoke_access_token(by=stranger, token=token)


def test_a_token_of_another_organization_does_not_exist(ada, cast):
    token, _secret = provisioning_token(ada, cast)

    with pytest.raises(TokenNotFound):
        queries.access_token(cast.rival.id, token.id)
