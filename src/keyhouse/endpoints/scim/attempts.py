"""Failed authentications by address of origin: ten a minute, then the door stays shut until the minute is over."""

import threading
import time

MOST = 10
WINDOW = 60.0
MOST_ADDRESSES = 10_000


class Attempts:
    """Counts what failed within the last minute, in memory, for each address."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._failed: dict[str, list[float]] = {}

    def seconds_to_wait(self, address: str) -> int:
        """How long this address is not let in; 0 when it is."""
        with self._lock:
            recent = self._recent(address)
            return int(recent[0] + WINDOW - time.monotonic()) + 1 if len(recent) >= MOST else 0

    def failed(self, address: str) -> None:
        """Count one more failure."""
        with self._lock:
            if len(self._failed) >= MOST_ADDRESSES:
                self._failed.clear()
            self._failed[address] = [*self._recent(address)[-MOST:], time.monotonic()]

    def forget(self) -> None:
        """Forget everything."""
        with self._lock:
            self._failed.clear()

    def _recent(self, address: str) -> list[float]:
        since = time.monotonic() - WINDOW
        return [moment for moment in self._failed.get(address, ()) if moment > since]


attempts = Attempts()
