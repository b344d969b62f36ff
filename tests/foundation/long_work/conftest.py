"""A clock that the tests of jobs move."""

import pytest
import time_machine


@pytest.fixture
def time_machine_at():
    """Stop the clock at a moment and hand it over."""
    travellers = []

    def stop_at(moment):
        traveller = time_machine.travel(moment, tick=False)
        travellers.append(traveller)
        return traveller.start()

    yield stop_at
    for traveller in travellers:
        traveller.stop()
