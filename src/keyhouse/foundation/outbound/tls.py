"""Text to another server over TLS, guarded like every other call: checked address and certificate, one deadline."""

import ssl
import time
from contextlib import suppress

import certifi
import httpcore  # noqa: TID251 -- the one client
from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.outbound.client import SECONDS, guarded
from keyhouse.foundation.outbound.rules import Target, Unreachable, parse


def send_over_tls(host: str, port: int, content: bytes, *, certificate: str = "", seconds: float = SECONDS) -> None:
    """Connect to a host by TLS, write, and end the connection in order; `certificate` names further authorities in PEM.

    Raises Unreachable when the place is not allowed, its certificate is not good, or the connection breaks.
    """
    target = target_of(host, port)
    network = guarded(target, time.monotonic() + seconds)
    try:
        stream = network.connect_tcp(target.host, target.port)
        secured = stream.start_tls(_trusting(certificate), server_hostname=target.host)
        try:
            secured.write(content)
            _end(secured)
        finally:
            secured.close()
    except ssl.SSLCertVerificationError as error:
        raise Unreachable(place=target.place, reason=_("its certificate isn't trusted")) from error
    except (httpcore.TimeoutException, httpcore.NetworkError, OSError, ValueError) as error:
        bad = isinstance(error.__cause__, ssl.SSLCertVerificationError) or "CERTIFICATE_VERIFY_FAILED" in str(error)
        reason = _("its certificate isn't trusted") if bad else _("the connection failed")
        raise Unreachable(place=target.place, reason=reason) from error


def target_of(host: str, port: int) -> Target:
    """A place that is only ever reached by TLS. Raises Unreachable for what is no host."""
    shown = f"[{host}]" if ":" in host else host
    return parse(f"https://{shown}:{port}")


def _trusting(certificate: str) -> ssl.SSLContext:
    """Whom we trust: the usual authorities, and those that the administrator named for this place."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    if certificate:
        context.load_verify_locations(cadata=certificate)
    return context


def _end(stream: httpcore.NetworkStream) -> None:
    """Tell the other side that no more comes, and hear whether it took all: a reset shows that it didn't."""
    raw = stream.get_extra_info("ssl_object")
    if raw is not None:
        with suppress(ssl.SSLError, TimeoutError):
            stream.get_extra_info("socket").settimeout(2)
            stream.get_extra_info("socket").unwrap()
