"""The places of a person in portfolios go with her account."""

import pytest

from keyhouse.domain.portfolios import actions
from keyhouse.domain.portfolios.models import Membership
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import Permission


def test_every_place_goes(ada, cast):
    assert actions.erase_memberships(by=ada.within(Permission.MEMBERSHIPS_CHANGE, cast.ben), person=cast.ben) == 1
    assert not Membership.objects.of(cast.acme).filter(person=cast.ben).exists()


def test_nobody_does_it_outside_of_a_process(ada, cast, untouched):
    with pytest.raises(NotAllowed), untouched():
        actions.erase_memberships(by=ada, person=cast.ben)
