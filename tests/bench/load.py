"""The clients of a measurement: each a process of its own with one connection, checking every answer."""

import multiprocessing
import socket
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

Call = tuple[bytes, bytes]  # a request, and what its answer holds
Calls = Callable[[int], Iterator[Call]]
fork = multiprocessing.get_context("fork")


@dataclass(kw_only=True)
class Measured:
    """What the clients saw."""

    seconds: float
    latencies: list[float] = field(default_factory=list)

    @property
    def rate(self) -> float:
        return len(self.latencies) / self.seconds if self.seconds else 0.0

    def percentile(self, share: float) -> float:
        """Milliseconds within which this share of the answers came."""
        ordered = sorted(self.latencies)
        return ordered[min(int(len(ordered) * share), len(ordered) - 1)] * 1000 if ordered else 0.0


def run(port: int, calls: Calls, *, clients: int, seconds: float) -> Measured:
    """Let the clients call until the time is over or they have nothing more to say."""
    pipes = []
    for number in range(clients):
        here, there = fork.Pipe(duplex=False)
        process = fork.Process(target=_client, args=(there, port, calls, number, seconds))
        process.start()
        pipes.append((process, here))
    found = [(here.recv(), process.join())[0] for process, here in pipes]
    failures = [one for one in found if isinstance(one, str)]
    if failures:
        raise SystemExit(f"an answer was wrong: {failures[0]}")
    return Measured(seconds=max(one[0] for one in found), latencies=[late for one in found for late in one[1]])


def _client(there: Any, port: int, calls: Calls, number: int, seconds: float) -> None:
    latencies, begun = [], time.perf_counter()
    connection = Connection(port)
    for request, expected in calls(number):
        sent = time.perf_counter()
        answer = connection.ask(request)
        latencies.append(time.perf_counter() - sent)
        if expected not in answer:
            there.send(f"{expected!r} is not in {answer[:400]!r}")
            return
        if time.perf_counter() - begun >= seconds:
            break
    there.send((time.perf_counter() - begun, latencies))


class Connection:
    """A connection that stays open, with as little of HTTP as the servers speak."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.socket = self._open()

    def _open(self) -> socket.socket:
        opened = socket.create_connection(("127.0.0.1", self.port), timeout=30)
        opened.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return opened

    def ask(self, request: bytes) -> bytes:
        """Send a request and read its whole answer."""
        self.socket.sendall(request)
        data = b""
        while b"\r\n\r\n" not in data:
            data += self._read()
        head, _, body = data.partition(b"\r\n\r\n")
        lines = head.lower().split(b"\r\n")
        length = next((int(line.split(b":")[1]) for line in lines if line.startswith(b"content-length:")), None)
        chunked = any(line.startswith(b"transfer-encoding:") for line in lines)
        while (not body.endswith(b"0\r\n\r\n")) if chunked else (len(body) < (length or 0)):
            body += self._read()
        return head + b"\r\n\r\n" + body

    def _read(self) -> bytes:
        found = self.socket.recv(1 << 16)
        if not found:
            raise SystemExit("the server closed the connection")
        return found


def request(method: str, path: str, *, token: str = "", body: bytes = b"", kind: str = "application/json") -> bytes:
    """The bytes of a request."""
    lines = [f"{method} {path} HTTP/1.1", "Host: 127.0.0.1", f"Content-Type: {kind}", f"Content-Length: {len(body)}"]
    lines += [f"Authorization: Bearer {token}"] if token else []
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body
