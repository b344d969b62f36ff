"""`keyhouse serve`: web and jobs, on the embedded database or on PostgreSQL."""

import os
from typing import Annotated

import typer

DEFAULT_PORT = 8000


def serve(
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="The port to listen on.", min=1, max=65535)] = DEFAULT_PORT,
    workers: Annotated[int, typer.Option(help="Web processes; 0 chooses: one on SQLite, one a core elsewhere.")] = 0,
    dev: Annotated[bool, typer.Option("--dev", help="Show the gallery, and mail that would have been sent.")] = False,
    tls: Annotated[bool, typer.Option("--tls", help="Serve https with tls/certificate.pem and tls/key.pem.")] = False,
) -> None:
    """Serve the web and run jobs; on an empty data folder, make the database and print a one-time set-up link."""
    from keyhouse.commands.running import starting

    base_url_is_set = bool(os.environ.get("KEYHOUSE_BASE_URL"))
    starting.load(base_url=starting.local_url(host, port, tls=tls), dev=dev)
    from keyhouse.commands.keeping import samples
    from keyhouse.commands.running import faults, mail_desk, set_up_link, web
    from keyhouse.commands.running.serving import prepare_tables

    if found := faults.of_listening(host, starting.LOOPBACK, base_url_is_set):
        starting.fail(*found)
    prepare_tables()
    if count := samples.renew_when_rotating():
        print(f"{count} encrypted values were written anew with the present key.", flush=True)
    set_up_link.show()
    if dev:
        mail_desk.open_beside(port)
    else:
        mail_desk.warn_without_server()
    web.run(host=host, port=port, workers=workers, tls=tls)
