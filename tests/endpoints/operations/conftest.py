"""A clock that the tests of diagnostics move."""

import datetime as dt

import pytest
import time_machine

from keyhouse.foundation import clock


@pytest.fixture
def time_machine_travel():
    """Move the clock on."""
    travellers = []

    def travel(**by):
        travellers.append(time_machine.travel(clock.now() + dt.timedelta(**by)))
        travellers[-1].start()

    yield travel
    for traveller in reversed(travellers):
        traveller.stop()
