"""The one client: resolves the name, checks the address, connects to just that one, and stops at its bounds."""

import ssl
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import certifi
import httpcore  # noqa: TID251 -- the one client
from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.outbound import names, rules
from keyhouse.foundation.outbound.rules import Target, Unreachable

SECONDS = 10.0
MAX_BYTES = 1_000_000
AGENT = "Keyhouse"


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What another server answered."""

    status: int
    headers: Mapping[str, str]
    content: bytes


def get(url: str, *, max_bytes: int = MAX_BYTES, seconds: float = SECONDS) -> bytes:
    """Fetch a document; anything but a 200 within the bounds of size and time is Unreachable."""
    answer = request("GET", url, max_bytes=max_bytes, seconds=seconds)
    if answer.status != 200:
        reason = _("it answered with status {status}")
        raise Unreachable(place=rules.parse(url).place, reason=str(reason).format(status=answer.status))
    return answer.content


def request(
    method: str,
    url: str,
    *,
    headers: Mapping[str, str] | None = None,
    content: bytes = b"",
    max_bytes: int = MAX_BYTES,
    seconds: float = SECONDS,
) -> Answer:
    """Send one request and read its answer; redirects are answers like any other and are not followed."""
    target = rules.parse(url)
    network = _Guarded(target, time.monotonic() + seconds)
    given = {"Accept-Encoding": "identity", "User-Agent": AGENT, **(headers or {})}
    address = httpcore.URL(
        scheme=target.scheme.encode(), host=target.host.encode(), port=target.port, target=target.path.encode()
    )
    try:
        with (
            httpcore.ConnectionPool(ssl_context=_trusted(), network_backend=network, retries=0) as pool,
            pool.stream(method, address, headers=list(given.items()), content=content) as response,
        ):
            body = _read(response.iter_stream(), target, max_bytes)
            found = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers}
            return Answer(status=response.status, headers=found, content=body)
    except (httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError, OSError, ValueError) as error:
        late = isinstance(error, httpcore.TimeoutException)
        reason = _("it took too long") if late else _("the connection failed")
        raise Unreachable(place=target.place, reason=reason) from error


def guarded(target: Target, deadline: float) -> httpcore.NetworkBackend:
    """The network as this server may use it to reach one place until a deadline of the monotonic clock."""
    return _Guarded(target, deadline)


def place_of(url: str) -> str:
    """The host and port of an address, without path or query. Raises Unreachable for what is no address."""
    return rules.parse(url).place


def may_be_http(url: str) -> bool:
    """Whether the operator lists the place of an address, so that it need not be https."""
    try:
        target = rules.parse(url)
        return any(rules.is_listed(target, address) for address in names.addresses(target.host, target.port))
    except Unreachable:
        return False


def _trusted() -> ssl.SSLContext:
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


def _read(chunks: Iterable[bytes], target: Target, max_bytes: int) -> bytes:
    body = bytearray()
    for chunk in chunks:
        body += chunk
        if len(body) > max_bytes:
            raise Unreachable(place=target.place, reason=_("its answer is too large"))
    return bytes(body)


class _Guarded(httpcore.NetworkBackend):
    """Connects to an address only after it was checked, and never to another one that the name has later."""

    def __init__(self, target: Target, deadline: float) -> None:
        self._target, self._deadline, self._plain = target, deadline, httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Resolve once, check every address found, connect to the first."""
        found = names.addresses(self._target.host, self._target.port)
        for address in found:
            rules.check(self._target, address)
        left = _left(self._deadline)
        return _Bounded(self._plain.connect_tcp(str(found[0]), self._target.port, timeout=left), self._deadline)


class _Bounded(httpcore.NetworkStream):
    """A connection all of whose steps share one deadline, however slowly the other side speaks."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: float) -> None:
        self._stream, self._deadline = stream, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read what has come, until the deadline."""
        return self._stream.read(max_bytes, timeout=_left(self._deadline))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Write, until the deadline."""
        self._stream.write(buffer, timeout=_left(self._deadline))

    def close(self) -> None:
        """Close the connection."""
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """Begin TLS; the certificate must be of the host that was asked for, not of its address."""
        stream = self._stream.start_tls(ssl_context, server_hostname, timeout=_left(self._deadline))
        return _Bounded(stream, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        """What the connection knows about itself."""
        return self._stream.get_extra_info(info)


def _left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise httpcore.ReadTimeout("the time for this request is over")
    return left
