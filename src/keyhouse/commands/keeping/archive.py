"""A backup: one file that holds the embedded database, what it is, and on request the secret key."""

import hashlib
import io
import json
import os
import sqlite3
import tarfile
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path

from keyhouse.foundation import clock, secrets

DATABASE, MANIFEST, KEY = "keyhouse.sqlite3", "manifest.json", "secret_key"
FORMAT = 1


class Unusable(ValueError):
    """This file can't be restored from; the words say why."""


@dataclass(frozen=True, kw_only=True)
class Manifest:
    """What a backup says about itself: it names the key it needs by a digest, and whether it holds it."""

    format: int
    made_at: str
    version: str
    database_sha256: str
    key_digest: str
    holds_key: bool


def key_digest() -> str:
    """A digest by which the present secret key is recognized, and from which it can't be found."""
    return hashlib.sha256(secrets.key_for("the key of a backup")).hexdigest()


def write(target: Path, *, database: Path, key: str, version: str) -> Manifest:
    """Write a backup of a database that may be in use; it is complete when the file has its name."""
    with tempfile.TemporaryDirectory(dir=target.parent) as folder:
        copy = Path(folder) / DATABASE
        _snapshot(database, copy)
        manifest = Manifest(
            format=FORMAT,
            made_at=clock.now().isoformat(timespec="seconds"),
            version=version,
            database_sha256=_digest(copy),
            key_digest=key_digest(),
            holds_key=bool(key),
        )
        beside = Path(folder) / "backup"
        with tarfile.open(beside, "w:gz", compresslevel=6) as archive:
            _add(archive, MANIFEST, json.dumps(asdict(manifest), indent=1).encode())
            archive.add(copy, DATABASE, recursive=False)
            if key:
                _add(archive, KEY, key.encode())
        beside.chmod(0o600)
        beside.replace(target)
    return manifest


def manifest_of(source: Path) -> Manifest:
    """What a backup says about itself. Raises Unusable."""
    try:
        with tarfile.open(source, "r:gz") as archive:
            found = json.loads(_read(archive, MANIFEST))
            return Manifest(**found)
    except (OSError, tarfile.TarError, KeyError, TypeError, ValueError) as error:
        raise Unusable(f"{source} is not a backup of Keyhouse") from error


def unpack(source: Path, manifest: Manifest, *, database: Path, key_file: Path) -> None:
    """Put the database, and the key if the backup holds it, in their places. Raises Unusable."""
    if manifest.format != FORMAT:
        raise Unusable(f"{source} was made by a later version of Keyhouse")
    beside = database.with_suffix(".restoring")
    with tarfile.open(source, "r:gz") as archive:
        part = archive.extractfile(DATABASE)
        if part is None:
            raise Unusable(f"{source} holds no database")
        with beside.open("wb") as out:
            while chunk := part.read(1 << 20):
                out.write(chunk)
            out.flush()
            os.fsync(out.fileno())
        key = _read(archive, KEY) if manifest.holds_key else b""
    if _digest(beside) != manifest.database_sha256:
        beside.unlink()
        raise Unusable(f"the database in {source} is damaged: its digest is not the one in the manifest")
    if key:
        key_file.touch(mode=0o600)
        key_file.write_bytes(key)
    beside.replace(database)


def _snapshot(source: Path, target: Path) -> None:
    """Copy a living database page by page, as of one moment."""
    reading, writing = sqlite3.connect(f"file:{source}?mode=ro", uri=True), sqlite3.connect(target)
    try:
        reading.backup(writing, pages=1024)
        writing.execute("PRAGMA journal_mode=DELETE")
    finally:
        reading.close()
        writing.close()


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _add(archive: tarfile.TarFile, name: str, content: bytes) -> None:
    entry = tarfile.TarInfo(name)
    entry.size, entry.mode = len(content), 0o600
    archive.addfile(entry, io.BytesIO(content))


def _read(archive: tarfile.TarFile, name: str) -> bytes:
    part = archive.extractfile(name)
    if part is None:
        raise KeyError(name)
    return part.read()
