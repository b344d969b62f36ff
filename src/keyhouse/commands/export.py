"""`keyhouse export`: write every row, to move to another database."""

from pathlib import Path
from typing import Annotated

import typer


def export(
    file: Annotated[Path, typer.Argument(help="The file to write, such as all.export.")],
) -> None:
    """Write every row to one file, to move between SQLite and PostgreSQL. It never holds the secret key."""
    from keyhouse.commands.running import starting

    starting.load()
    import keyhouse
    from keyhouse.commands.keeping import transfer
    from keyhouse.commands.running import tables

    if tables.missing():
        starting.fail("the tables are not up to date: run keyhouse migrate first.")
    count = transfer.write(file.absolute(), keyhouse.__version__)
    print(
        f"Wrote {count} rows to {file}. It does NOT hold the secret key: take secret_key or KEYHOUSE_SECRET_KEY along."
    )
