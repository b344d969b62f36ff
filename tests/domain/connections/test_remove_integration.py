"""A removed integration is gone, and its tokens open nothing."""

import pytest

from keyhouse.domain.connections import actions
from keyhouse.domain.connections.models import Connection
from keyhouse.domain.sign_in import hot_tokens
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from tests.endpoints.decisions.conftest import make_token


def test_its_tokens_open_nothing_from_then_on(ada, cast):
    secret = make_token(cast.acme, "decide")
    shop = Connection.objects.of(cast.acme).get(kind="integration")
    before = hot_tokens.token(secret)

    actions.remove_integration(by=ada, integration=shop)

    assert before is not None and hot_tokens.token(secret) is None
    assert audit.events(cast.acme.id)[0].title == "Integration removed"


def test_another_organization_removes_nothing(mallory, cast, untouched):
    make_token(cast.acme, "decide")
    shop = Connection.objects.of(cast.acme).get(kind="integration")

    with pytest.raises(NotAllowed), untouched():
        actions.remove_integration(by=mallory, integration=shop)
