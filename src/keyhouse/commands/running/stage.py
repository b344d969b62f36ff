"""Where the demo plays: its folder, its ports and its settings, fixed before Django reads any of them."""

import os
import socket
from dataclasses import dataclass
from pathlib import Path

from keyhouse.commands.running import starting
from keyhouse.demo import folder

HOST = "127.0.0.1"
FOLDER = "demo-data"
KEPT = ("KEYHOUSE_DATA", "KEYHOUSE_DNS_SERVER")


@dataclass(frozen=True, kw_only=True)
class Places:
    """The folder and the addresses of a demo; the provider has another host name, so that it is another site."""

    data: Path
    keyhouse_url: str
    provider_port: int
    desk_port: int

    @property
    def provider_url(self) -> str:
        """Where the practice identity provider lives."""
        return f"http://localhost:{self.provider_port}"

    @property
    def desk_url(self) -> str:
        """Where mail is read, and where one signs in as anybody."""
        return f"http://{HOST}:{self.desk_port}"


def prepare(port: int, *, quiet: bool) -> Places:
    """Empty the demo's folder and set what the demo needs; settings meant for a real installation are left out."""
    if not is_free(port):
        starting.fail(f"port {port} is in use: say keyhouse demo --port with another one.")
    data = Path(os.environ.get("KEYHOUSE_DATA") or FOLDER).absolute()
    try:
        folder.prepare(data)
    except (folder.NotOurs, OSError) as refusal:
        starting.fail(str(refusal))
    provider, desk = free_after(port, 2)
    places = Places(data=data, keyhouse_url=f"http://{HOST}:{port}", provider_port=provider, desk_port=desk)
    for name in [name for name in os.environ if name.startswith("KEYHOUSE_") and name not in KEPT]:
        del os.environ[name]
    os.environ["KEYHOUSE_DATA"] = str(data)
    os.environ["KEYHOUSE_BASE_URL"] = places.keyhouse_url
    os.environ["KEYHOUSE_OUTBOUND_ALLOW"] = f"localhost:{provider},{HOST}:{port}"
    if not quiet:
        print(f"Preparing the demo in {data} …", flush=True)
    return places


def is_free(port: int) -> bool:
    """Whether nobody listens on this port of loopback."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
        return True


def free_after(port: int, count: int) -> list[int]:
    """The next ports of loopback on which nobody listens."""
    return [one for one in range(port + 1, min(port + 200, 65536)) if is_free(one)][:count]
