"""What the tests of changes of many people begin with."""

from __future__ import annotations

import pytest

from keyhouse.domain.groups.models import PersonGroup
from keyhouse.foundation import clock
from keyhouse.foundation.jobs import running


@pytest.fixture
def done():
    """Run what was asked for, here and now."""
    return running.run_pending


@pytest.fixture
def press_team(cast):
    """A static group of Acme's."""
    return PersonGroup.objects.of(cast.acme).create(
        name="Press team", name_folded="press team", kind="static", made_at=clock.now()
    )
