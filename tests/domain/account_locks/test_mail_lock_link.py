"""Mailing a link about a lock is a step of what locks and unlocks."""

import dataclasses

import pytest

from keyhouse.domain.account_locks import actions
from keyhouse.domain.credentials.models import LinkPurpose
from keyhouse.foundation.errors import NotAllowed


def test_nobody_takes_it_who_may_not_make_links(ada, ben, mallory, cast, untouched):
    without = dataclasses.replace(ada, permissions=frozenset())

    for by in (without, ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.mail_lock_link(by=by, person=cast.erin, purpose=LinkPurpose.UNLOCK)
