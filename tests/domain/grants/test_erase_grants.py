"""The grants of a person go with her account."""

import pytest

from keyhouse.domain.grants import actions
from keyhouse.domain.grants.models import TaskGrant
from keyhouse.foundation import clock
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import Permission


@pytest.fixture
def grant(cast):
    """Ben's grant on an ad account."""
    return TaskGrant.objects.of(cast.acme).create(
        portfolio=cast.spring_campaign, subject_id=cast.ben.id, object_id=cast.act_1001.id, asset_type="ad_account",
        tasks=1, given_at=clock.now(),
    )  # fmt: skip


def test_every_grant_goes(ada, cast, grant):
    assert actions.erase_grants(by=ada.within(Permission.GRANTS_CHANGE, cast.ben), person=cast.ben) == 1
    assert not TaskGrant.objects.of(cast.acme).exists()


def test_nobody_does_it_outside_of_a_process(ada, cast, grant, untouched):
    with pytest.raises(NotAllowed), untouched():
        actions.erase_grants(by=ada, person=cast.ben)
