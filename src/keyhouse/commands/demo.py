"""`keyhouse demo`: the cast, a practice identity provider and a mail page, on loopback."""

from typing import Annotated

import typer


def demo(
    port: Annotated[int, typer.Option(help="The port of Keyhouse; the next two are tried for the others.")] = 8000,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON line when everything is ready.")] = False,
    people: Annotated[int, typer.Option(help="Generate so many people of Acme beside the cast.", min=0)] = 0,
    assets: Annotated[int, typer.Option(help="Generate so many assets.", min=0)] = 0,
    grants: Annotated[int, typer.Option(help="Generate so many grants.", min=0)] = 0,
) -> None:
    """Serve a fresh database with the demo cast, in a folder of its own: demo-data, or KEYHOUSE_DATA."""
    from keyhouse.commands.running import stage

    places = stage.prepare(port, quiet=as_json)
    from keyhouse.commands.running import starting

    starting.load(dev=True)
    from keyhouse.commands.running import showing, web

    show = showing.rehearse(places, people=people, assets=assets, grants=grants, quiet=as_json)
    web.run(host=stage.HOST, port=port, workers=0, tls=False, when_ready=show.announcer(as_json=as_json))
