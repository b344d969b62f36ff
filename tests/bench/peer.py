"""What Keyhouse is measured beside: scim2-server, which keeps its people in memory, and a bare hello of granian."""

import os
import sys
from collections.abc import Callable, Iterable
from typing import Any

Wsgi = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def scim() -> Wsgi:
    """scim2-server with its usual resources and one bearer token."""
    from scim2_models import ScimProvider
    from scim2_server.memory import InMemoryStorage
    from scim2_server.service import ScimService
    from scim2_server.testserver.application import BearerTokenApplication
    from scim2_server.utils import (
        load_default_resource_types,
        load_default_schemas,
        load_default_service_provider_config,
    )

    provider = ScimProvider.from_discovery(
        load_default_schemas().values(),
        load_default_resource_types().values(),
        config=load_default_service_provider_config(),
    )
    return BearerTokenApplication(
        InMemoryStorage(), provider, ScimService(provider, secret="x" * 43), bearer_tokens=["token"]
    )


def hello() -> Wsgi:
    """The least that a server can do."""

    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> list[bytes]:
        start_response("200 OK", [("Content-Type", "text/plain"), ("Content-Length", "5")])
        return [b"hello"]

    return answer


def main() -> None:
    """Serve one of them on the port that is named."""
    from granian.constants import Interfaces
    from granian.server import Server

    name, port = sys.argv[1], int(sys.argv[2])
    Server(
        f"tests.bench.peer:{name}",
        address="127.0.0.1",
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=8,
        factory=True,
        log_enabled=False,
        websockets=False,
    ).serve()


if __name__ == "__main__":
    os.environ.setdefault("PYTHONPATH", ".")
    main()
