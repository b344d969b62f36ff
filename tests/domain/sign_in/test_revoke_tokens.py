"""The links of a person who leaves are dead."""

import datetime as dt

import pytest

from keyhouse.domain.credentials.models import PersonLink
from keyhouse.domain.sign_in import actions
from keyhouse.foundation import clock
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import Permission


def test_every_link_goes(okta, cast):
    PersonLink.objects.of(cast.acme).create(
        person=cast.ben, purpose="reset", address="ben@acme.example", handle_hash="x", made_at=clock.now(),
        until=clock.now() + dt.timedelta(minutes=30),
    )  # fmt: skip

    assert actions.revoke_tokens(by=okta.within(Permission.TOKENS_REVOKE, cast.ben), person=cast.ben) == 1
    assert not PersonLink.objects.of(cast.acme).exists()


def test_nobody_does_it_outside_of_a_process(ada, cast, untouched):
    with pytest.raises(NotAllowed), untouched():
        actions.revoke_tokens(by=ada, person=cast.ben)
