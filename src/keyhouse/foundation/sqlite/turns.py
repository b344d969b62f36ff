"""A queue for writers of one process: whoever came first goes first, and nobody waits for ever."""

import threading
from collections import deque


class NoTurn(TimeoutError):
    """The turn did not come in time: the writer before holds the database for too long."""


class Turns:
    """One writer at a time, in the order of their coming; a thread that is woken has its turn already."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._waiting: deque[threading.Event] = deque()
        self._taken = False

    def take(self, seconds: float) -> None:
        """Wait for the turn. Raises NoTurn after so many seconds."""
        with self._guard:
            if not self._taken:
                self._taken = True
                return
            called = threading.Event()
            self._waiting.append(called)
        if called.wait(seconds):
            return
        with self._guard:
            if called.is_set():
                return
            self._waiting.remove(called)
        raise NoTurn(f"waited {seconds:.0f} s for the writer before")

    def give_back(self) -> None:
        """End the turn and call the next one in the queue."""
        with self._guard:
            if self._waiting:
                self._waiting.popleft().set()
            else:
                self._taken = False
