"""An administrator sees when and from where a token was last used, to the minute."""

import dataclasses
import datetime as dt

from keyhouse.domain.sign_in import actions
from keyhouse.domain.sign_in.models import AccessToken
from keyhouse.foundation import clock
from keyhouse.foundation.audit import queries as audit
from tests.endpoints.scim.conftest import make_token


def test_use_is_written_at_most_once_a_minute_and_a_new_address_is_told(okta, cast):
    make_token(cast.scim)
    tokens, by = AccessToken.objects.of(cast.acme), dataclasses.replace(okta, ip="192.0.2.1")
    token = tokens.get()

    just_used = actions.note_token_use(by=by, token_id=token.id)
    tokens.update(last_used_at=clock.now() - dt.timedelta(minutes=2))
    later, again = (actions.note_token_use(by=by, token_id=token.id) for _ in range(2))

    assert (just_used, later, again) == (False, True, False)
    assert tokens.get().last_ip == "192.0.2.1"
    assert [line.tag for line in audit.events(cast.acme.id)] == ["access_token.use.seen"]
