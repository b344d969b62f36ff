"""The flight recorder: a write's row in its own transaction, the rows of reads together, at most a second later."""

import logging
import threading
import time
from itertools import groupby

from django.db import OperationalError, connections, transaction

from keyhouse.domain.connections import actions
from keyhouse.domain.connections.rules import Exchange
from keyhouse.domain.sign_in import actions as sign_in
from keyhouse.endpoints.scim import redaction
from keyhouse.endpoints.scim.answers import Answer
from keyhouse.endpoints.scim.calls import Call

log = logging.getLogger("keyhouse.scim")
DELAY = 0.8
MOST_WAITING = 5000
Row = tuple[Call, Exchange]


def row_of(call: Call, answer: Answer) -> Exchange:
    """The row of one request and its answer, redacted."""
    detail = (answer.body or {}).get("detail", "") if answer.status >= 400 else ""
    return Exchange(
        request_id=call.request_id,
        client=call.client,
        method=call.method[:10],
        path=call.path.replace("\x00", "")[:500],
        status=answer.status,
        milliseconds=int((time.perf_counter() - call.started) * 1000),
        body=redaction.kept(call.content),
        answer=redaction.answered(answer.body),
        reason=str(detail).replace("\x00", "")[:500],
        changed=answer.changed,
        ignored=tuple(name.replace("\x00", "")[:200] for name in answer.ignored[:50]),
        person_id=answer.person_id,
    )


def keep(call: Call, answer: Answer) -> None:
    """Write the row of a request now, in the transaction that is open, and note that its token was used."""
    _write([(call, row_of(call, answer))])


def keep_soon(call: Call, answer: Answer) -> None:
    """Write the row of a read within a second, together with others; it may be lost when the process is killed."""
    row = (call, row_of(call, answer))
    if transaction.get_connection().in_atomic_block:
        _write([row])
        return
    waiting.add(row)


def _write(rows: list[Row]) -> None:
    for _, group in groupby(rows, key=lambda row: row[0].connection_id):
        mine = list(group)
        call = mine[-1][0]
        actions.keep_requests(by=call.by, connection=call.connection, exchanges=[row for _, row in mine])
        for used in {each.token_id: each for each, _ in mine if each.notes_use}.values():
            sign_in.note_token_use(by=used.by, token_id=used.token_id)


class Waiting:
    """The rows of reads that wait to be written, and the one timer that will do it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._rows: list[Row] = []
        self._timer: threading.Timer | None = None

    def add(self, row: Row) -> None:
        """Let a row wait; the first one starts the timer."""
        with self._lock:
            if len(self._rows) < MOST_WAITING:
                self._rows.append(row)
            if self._timer is None:
                self._timer = threading.Timer(DELAY, self.flush)
                self._timer.daemon = True
                self._timer.start()

    def stop(self) -> None:
        """Forget all rows that wait; for the end of a process that must not write any more."""
        with self._lock:
            if self._timer is not None:
                self._timer.cancel()
            self._rows, self._timer = [], None

    def flush(self) -> None:
        """Write all rows that wait, ordered by connection."""
        with self._lock:
            rows, self._rows, self._timer = self._rows, [], None
        try:
            _write(sorted(rows, key=lambda row: row[0].connection_id))
        except OperationalError as error:
            log.warning("%s rows of the request log were lost: %s", len(rows), error)
        finally:
            connections.close_all()


waiting = Waiting()
