"""`keyhouse import`: read an export into an empty database."""

from pathlib import Path
from typing import Annotated

import typer


def import_(
    file: Annotated[Path, typer.Argument(help="A file that keyhouse export wrote.", exists=True, dir_okay=False)],
) -> None:
    """Read an export into an empty database, all of it or nothing; the secret key must be that of the export."""
    from keyhouse.commands.running import starting

    starting.load()
    from keyhouse.commands.keeping import transfer
    from keyhouse.commands.keeping.archive import Unusable, key_digest
    from keyhouse.commands.running.serving import prepare_tables

    prepare_tables(quiet=True)
    try:
        header = transfer.header_of(file)
        if header.key_digest != key_digest():
            starting.fail("the secret key here is not the one of this export; nothing was imported.")
        if transfer.has_rows():
            starting.fail("this database is not empty; nothing was imported.")
        count = transfer.read(file)
    except Unusable as error:
        starting.fail(f"{error}; nothing was imported.")
    print(f"Read {count} rows, written {header.made_at} by Keyhouse {header.version}.")
