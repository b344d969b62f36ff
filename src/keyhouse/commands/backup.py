"""`keyhouse backup`: copy the embedded database, also while it is in use."""

from pathlib import Path
from typing import Annotated

import typer


def backup(
    file: Annotated[Path, typer.Argument(help="The backup to write, such as keyhouse-2026-11-24.backup.")],
    with_key: Annotated[
        bool, typer.Option("--with-key", help="Put the secret key in too: then it opens itself.")
    ] = False,
) -> None:
    """Write a backup of the embedded database to one file; Keyhouse may go on running."""
    from keyhouse.commands.running import starting

    starting.load()
    from django.conf import settings
    from django.db import connection

    import keyhouse
    from keyhouse.commands.keeping import archive

    if connection.vendor != "sqlite":
        starting.fail("this installation is on PostgreSQL: back it up with pg_dump or continuous archiving.")
    database = Path(str(settings.DATABASES["default"]["NAME"]))
    if not database.is_file():
        starting.fail(f"there is no database at {database} yet.")
    key = settings.KEYHOUSE.secret_key if with_key else ""
    archive.write(file.absolute(), database=database, key=key, version=keyhouse.__version__)
    print(f"Wrote {file} ({file.stat().st_size // 1024} kB).")
    if with_key:
        print("It HOLDS the secret key: whoever has this file can read everything in it. Keep it locked away.")
    else:
        print("It does NOT hold the secret key: keep the key apart (secret_key in the data folder, or")
        print("KEYHOUSE_SECRET_KEY); without it, encrypted values of this backup can't be read.")
