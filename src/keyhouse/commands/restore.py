"""`keyhouse restore`: put a backup into an empty data folder."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from keyhouse.commands.keeping.archive import Manifest


def restore(
    file: Annotated[Path, typer.Argument(help="A backup that keyhouse backup wrote.", exists=True, dir_okay=False)],
) -> None:
    """Restore a backup into a data folder that has no database; an existing one is never overwritten."""
    from keyhouse.commands.keeping import archive
    from keyhouse.commands.running import starting

    data = Path(os.environ.get("KEYHOUSE_DATA", "data")).absolute()
    try:
        manifest = archive.manifest_of(file)
        _refuse_what_does_not_fit(manifest, data)
        data.mkdir(parents=True, exist_ok=True)
        archive.unpack(file, manifest, database=data / archive.DATABASE, key_file=data / archive.KEY)
    except archive.Unusable as error:
        starting.fail(str(error))
    starting.load()
    if archive.key_digest() != manifest.key_digest:
        (data / archive.DATABASE).unlink()
        starting.fail("the secret key here is not the one of this backup; nothing was restored.")
    from keyhouse.commands.running import tables

    behind = tables.missing()
    print(f"Restored {file}, made {manifest.made_at} by Keyhouse {manifest.version}.")
    print(f"{behind} migrations are missing: run keyhouse migrate." if behind else "Start it with keyhouse serve.")


def _refuse_what_does_not_fit(manifest: "Manifest", data: Path) -> None:
    """Nothing that is there is overwritten, and the key must come from somewhere, but from one place only."""
    from keyhouse.commands.keeping import archive
    from keyhouse.commands.running import starting

    database, key_file = data / archive.DATABASE, data / archive.KEY
    if database.exists():
        starting.fail(f"{database} exists: restore into an empty folder, named by KEYHOUSE_DATA.")
    if manifest.holds_key and key_file.exists():
        starting.fail(f"{key_file} exists, and the backup holds a key too: move the one there away first.")
    if not manifest.holds_key and not key_file.exists() and not os.environ.get("KEYHOUSE_SECRET_KEY"):
        starting.fail(
            "this backup does not hold the secret key, and there is none here.",
            f"Put the key of that installation into {key_file} or set KEYHOUSE_SECRET_KEY, then restore again.",
        )
