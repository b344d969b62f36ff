"""Writers of one process take turns: first come, first served, and nobody waits for ever."""

import threading
import time

import pytest
from django.db import OperationalError, connection, transaction

from keyhouse.foundation.sqlite.turns import NoTurn, Turns

on_sqlite = pytest.mark.skipif("connection.vendor != 'sqlite'", reason="PostgreSQL has row locks")


def waiting(turns, count):
    """Wait until so many stand in the queue."""
    until = time.monotonic() + 5
    while len(turns._waiting) < count and time.monotonic() < until:
        time.sleep(0.001)


def test_turns_come_in_the_order_of_the_queue():
    turns, order, threads = Turns(), [], []
    turns.take(1)

    def go(number):
        turns.take(5)
        order.append(number)
        turns.give_back()

    for number in range(20):
        threads.append(threading.Thread(target=go, args=(number,)))
        threads[-1].start()
        waiting(turns, number + 1)
    turns.give_back()
    for thread in threads:
        thread.join()

    assert order == list(range(20))


def test_two_never_have_the_turn_together():
    turns, inside, most = Turns(), [], []

    def go():
        for _ in range(50):
            turns.take(5)
            inside.append(1)
            most.append(len(inside))
            inside.pop()
            turns.give_back()

    threads = [threading.Thread(target=go) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert max(most) == 1
    assert len(most) == 400


def test_who_waits_too_long_gives_up_and_the_others_go_on():
    turns = Turns()
    turns.take(1)

    with pytest.raises(NoTurn):
        turns.take(0.01)

    turns.give_back()
    turns.take(0.01)


@on_sqlite
@pytest.mark.django_db(transaction=True)
def test_a_turn_ends_with_its_transaction_however_it_ends():
    from keyhouse.foundation.sqlite.base import turns

    with transaction.atomic():
        assert turns._taken
    assert not turns._taken
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        raise ZeroDivisionError
    assert not turns._taken
    with transaction.atomic():
        connection.close()
    assert not turns._taken


@on_sqlite
@pytest.mark.django_db(transaction=True)
def test_a_writer_whose_turn_does_not_come_is_told_that_the_database_is_locked(monkeypatch):
    from keyhouse.foundation.sqlite.base import turns

    monkeypatch.setitem(connection.settings_dict["OPTIONS"], "timeout", 0.01)
    turns.take(1)
    try:
        with pytest.raises(OperationalError, match="locked"), transaction.atomic():
            raise AssertionError("the transaction began without its turn")
    finally:
        turns.give_back()

    with transaction.atomic():
        assert connection.in_atomic_block
