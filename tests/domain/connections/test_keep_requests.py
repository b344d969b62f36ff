"""Requests of a connection are kept; a refused change is an event."""

import pytest

from keyhouse.domain.connections import actions, queries
from keyhouse.domain.connections.rules import Exchange
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed


def exchange(method, status, **more):
    return Exchange(request_id="1", client="x", method=method, path="/Users", status=status, milliseconds=1, **more)


def test_rows_are_kept_and_a_refused_change_is_told(okta, cast):
    rows = [exchange("GET", 400), exchange("POST", 201), exchange("POST", 409, reason="is already used")]

    actions.keep_requests(by=okta, connection=cast.scim, exchanges=rows)

    assert len(queries.requests_of(cast.acme.id, cast.scim.id)) == 3
    assert [line.title for line in audit.events(cast.acme.id)] == ["Provisioning request refused"]


def test_only_the_connection_writes_its_log(ada, mallory, cast, untouched):
    for by in (ada, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.keep_requests(by=by, connection=cast.scim, exchanges=[exchange("POST", 201)])
