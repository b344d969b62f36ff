"""The folder of the demo: its own, made anew for each run, and never one that somebody else made."""

import shutil
from pathlib import Path

MARK = ".keyhouse-demo"
WORDS = "The demo of Keyhouse made this folder, and empties it each time it starts.\n"


class NotOurs(ValueError):
    """The folder holds something that the demo did not make."""


def prepare(folder: Path) -> Path:
    """An empty folder for the demo; what an earlier demo left in it is removed. Raises NotOurs."""
    if folder.exists() and not folder.is_dir():
        raise NotOurs(f"{folder} is no folder.")
    if folder.is_dir() and any(folder.iterdir()):
        if not (folder / MARK).is_file():
            raise NotOurs(f"{folder} holds something that the demo did not make. Set KEYHOUSE_DATA to another folder.")
        for path in folder.iterdir():
            shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MARK).write_text(WORDS)
    return folder
