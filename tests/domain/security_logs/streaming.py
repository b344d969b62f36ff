"""Streams of the tests, and servers on loopback that receive what they carry."""

import datetime as dt
import json
import socket
import ssl
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from keyhouse.domain.security_logs import actions
from keyhouse.domain.security_logs.models import LogStream
from keyhouse.domain.security_logs.rules import Kind, StreamSetup


def add(by: Any, organization: Any, kind: Kind = Kind.FILE, address: str = "", **more: Any) -> LogStream:
    """A stream of an organization, added by somebody."""
    certificate = more.pop("certificate", "")
    setup = StreamSetup(name=more.pop("name", kind.value), kind=kind, address=address, certificate=certificate)
    return actions.add_stream(by=by, organization=organization, setup=setup, **more)[0]


class Collector:
    """A web server that keeps what is posted to it, and answers with the status that it was told."""

    def __init__(self) -> None:
        self.status, self.received = 200, []
        collector = self

        class Handler(BaseHTTPRequestHandler):
            """Takes a post."""

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                if 200 <= collector.status < 300:
                    collector.received.append((dict(self.headers), body))
                self.send_response(collector.status)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_args: Any) -> None:
                """Be quiet."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.place = f"127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    @property
    def events(self) -> list[dict[str, Any]]:
        """The events of all posts, in the order of their coming."""
        return [event for _headers, body in self.received for event in json.loads(body)["events"]]

    def close(self) -> None:
        """End the server."""
        self._server.shutdown()
        self._server.server_close()


class SyslogServer:
    """A server that takes syslog over TLS, with a certificate of an authority of its own."""

    def __init__(self, folder: Any) -> None:
        self.authority, context = _certificates(folder)
        self.messages: list[bytes] = []
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.place = f"127.0.0.1:{self._listening.getsockname()[1]}"
        self._context = context
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                raw, _address = self._listening.accept()
                with self._context.wrap_socket(raw, server_side=True) as secured:
                    data = b""
                    while piece := secured.recv(65_536):
                        data += piece
                    self.messages += _counted(data)
                    secured.unwrap()
            except (ssl.SSLError, ConnectionError):
                continue
            except OSError:
                return

    def close(self) -> None:
        """End the server."""
        self._listening.close()


def _counted(data: bytes) -> list[bytes]:
    """The messages of a stream of octets, each with its length before it."""
    found = []
    while data:
        length, _, rest = data.partition(b" ")
        found.append(rest[: int(length)])
        data = rest[int(length) :]
    return found


def _certificates(folder: Any) -> tuple[str, ssl.SSLContext]:
    """A certificate for 127.0.0.1 that signs itself, as PEM and as the context of a server."""
    import ipaddress

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "syslog of the tests")])
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=2))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem = made.public_bytes(serialization.Encoding.PEM)
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path = folder / "syslog.pem"
    path.write_bytes(pem + private)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    return pem.decode(), context
