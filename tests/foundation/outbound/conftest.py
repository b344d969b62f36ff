"""Servers on loopback that the one client talks to: a web server that misbehaves on request, and a name server."""

import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import dnslib
import pytest
from dnslib.server import BaseResolver, DNSLogger, DNSServer


class Misbehaving(BaseHTTPRequestHandler):
    """Answers by path: a document, a redirect, an endless, a slow or a large one."""

    def do_GET(self):
        self.server.asked.append((self.path, self.headers["Host"]))
        if self.path == "/redirect":
            self.send_response(302)
            self.send_header("Location", "/document")
            self.end_headers()
        elif self.path == "/slow-head":
            self.drip(b"HTTP/1.1 200 OK\r\nX-Pad: ")
        elif self.path == "/endless":
            self.send_response(200)
            self.end_headers()
            self.drip(b"x" * 100_000, pause=0)
        elif self.path == "/slow":
            self.send_response(200)
            self.end_headers()
            self.drip(b"x")
        else:
            self.send_response(200 if self.path == "/document" else 404)
            self.send_header("Content-Length", "8")
            self.end_headers()
            self.wfile.write(b"document")

    def drip(self, piece, pause=0.05):
        """Send a piece again and again until the other side hangs up."""
        try:
            while not self.server.over:
                self.wfile.write(piece)
                self.wfile.flush()
                time.sleep(pause)
                piece = piece if pause == 0 else b"x"
        except OSError:
            self.close_connection = True

    def log_message(self, *args):
        """Be quiet."""


@pytest.fixture
def web():
    """A web server on loopback."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Misbehaving)
    server.daemon_threads = True
    server.asked, server.over = [], False
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    server.place = f"127.0.0.1:{server.server_port}"
    yield server
    server.over = True
    server.shutdown()
    server.server_close()


class Zone(BaseResolver):
    """Answers from a list of addresses for each question, the last of them for ever."""

    def __init__(self):
        self.answers = {}
        self.questions = []

    def resolve(self, request, handler):
        """Answer one question."""
        name, kind = str(request.q.qname).rstrip("."), dnslib.QTYPE[request.q.qtype]
        self.questions.append((name, kind))
        reply = request.reply()
        queue = self.answers.get((name, kind), [])
        for value in queue[0] if queue else []:
            make = {"A": dnslib.A, "AAAA": dnslib.AAAA, "TXT": dnslib.TXT}[kind]
            reply.add_answer(dnslib.RR(name, request.q.qtype, rdata=make(value), ttl=0))
        if len(queue) > 1:
            queue.pop(0)
        return reply


@pytest.fixture
def zone(allow):
    """A name server on loopback, named in the settings."""
    zone = Zone()
    server = DNSServer(zone, address="127.0.0.1", port=0, logger=DNSLogger(log="-"))
    threading.Thread(target=server.server.serve_forever, args=(0.02,), daemon=True).start()
    allow(dns_server=f"127.0.0.1:{server.server.server_address[1]}")
    yield zone
    server.server.shutdown()
    server.server.server_close()


@pytest.fixture
def allow(settings):
    """Change the settings: what is allowed, and where names are asked."""

    def change(*listed, **changes):
        settings.KEYHOUSE = settings.KEYHOUSE.model_copy(
            update={**({"outbound_allow": ", ".join(listed)} if listed else {}), **changes}
        )

    return change
