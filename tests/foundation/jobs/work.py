"""Jobs that the tests of the queue run."""

import datetime as dt
import os
import time
from pathlib import Path

from keyhouse.foundation.jobs import job, scheduled

done: list[tuple[int | None, dict[str, object]]] = []


@job()
def note(*, organization_id, **arguments):
    """Remember that it ran."""
    done.append((organization_id, arguments))


@job(attempts=2)
def break_down(*, organization_id, **arguments):
    """Fail each time."""
    done.append((organization_id, arguments))
    raise OSError("the mail server is away")


@job(attempts=5)
def write_line(*, organization_id, path, line, seconds="0"):
    """Append a line to a file unless it stands there already: the receiver that counts each delivery once."""
    time.sleep(float(seconds))
    file = Path(path)
    if line not in (file.read_text().splitlines() if file.exists() else []):
        with file.open("a") as out:
            out.write(f"{line}\n")
            out.flush()
            os.fsync(out.fileno())


@scheduled(every=dt.timedelta(minutes=10))
def tick(*, organization_id):
    """Remember that the schedule asked."""
    done.append((organization_id, {}))


@job(attempts=1)
def break_with(*, organization_id, words):
    """Fail in these words."""
    raise OSError(words)
