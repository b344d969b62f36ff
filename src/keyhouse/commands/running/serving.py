"""The tables that a command needs before it serves or writes."""

from keyhouse.commands.running import starting, tables


def prepare_tables(*, quiet: bool = False) -> None:
    """Make the tables of an empty embedded database; any other must be brought up to date on purpose."""
    from django.db import connection

    count = tables.missing()
    if not count:
        return
    if connection.vendor == "sqlite" and tables.are_none():
        if not quiet:
            print("Making the database …", flush=True)
        tables.make()
        return
    starting.fail(f"{count} migrations are missing in the database: back it up, then run keyhouse migrate.")
