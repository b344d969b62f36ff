"""Lines to a file of the data folder: JSON, a line each, on the disk before they count as written; rotated by size."""

import os
from collections.abc import Sequence
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from keyhouse.foundation import clock
from keyhouse.foundation.audit.event import Line
from keyhouse.foundation.audit.written import as_json
from keyhouse.foundation.outbound import Unreachable

FOLDER = "log-streams"
NAME = "security-log.ndjson"
LARGEST = 64 * 1024 * 1024
KEPT = 30  # files before the one that is being written


def folder(organization_id: int, stream_id: int) -> Path:
    """The folder of a stream; only our own ids make its name."""
    return Path(settings.KEYHOUSE.data) / FOLDER / str(organization_id) / str(stream_id)


def append(organization_id: int, stream_id: int, lines: Sequence[Line]) -> None:
    """Write lines at the end of the stream's file, behind the last whole line. Raises Unreachable."""
    place = folder(organization_id, stream_id)
    try:
        place.mkdir(parents=True, exist_ok=True, mode=0o700)
        path = place / NAME
        if path.exists() and path.stat().st_size >= LARGEST:
            _rotate(place, path)
        _write(path, "".join(f"{as_json(line)}\n" for line in lines).encode())
    except OSError as error:
        raise Unreachable(place=_("the file"), reason=error.strerror or type(error).__name__) from error


def _write(path: Path, content: bytes) -> None:
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    with os.fdopen(handle, "r+b") as file:
        file.seek(_end_of_last_line(path))
        file.truncate()
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _end_of_last_line(path: Path) -> int:
    """Where the last whole line ends: what a killed process wrote of another one is overwritten."""
    size = path.stat().st_size
    with path.open("rb") as file:
        while size > 0:
            begin = max(0, size - 65_536)
            file.seek(begin)
            at = file.read(size - begin).rfind(b"\n")
            if at >= 0:
                return begin + at + 1
            size = begin
    return 0


def _rotate(place: Path, path: Path) -> None:
    """Put the full file aside under the time, and let the oldest ones go."""
    path.rename(place / f"security-log-{clock.now():%Y%m%dT%H%M%S.%f}.ndjson")
    old = sorted(place.glob("security-log-*.ndjson"))
    for one in old[: max(0, len(old) - KEPT)]:
        one.unlink()
