"""The backend that Django loads by this name: SQLite whose transactions begin in turn."""

from typing import Any

from django.db import OperationalError
from django.db.backends.sqlite3 import base

from keyhouse.foundation.sqlite.turns import NoTurn, Turns

turns = Turns()


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection whose immediate transactions wait in a queue of the process; SQLite's own waiting is polling.

    Between processes SQLite's lock decides as before, but each process has only one writer that asks for it.
    """

    has_turn = False

    def _start_transaction_under_autocommit(self) -> None:
        try:
            turns.take(float(self.settings_dict["OPTIONS"].get("timeout", 20)))
        except NoTurn as error:
            raise OperationalError("database is locked") from error
        self.has_turn = True
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]
        except BaseException:
            self._end_turn()
            raise

    def _commit(self) -> Any:
        try:
            return super()._commit()  # type: ignore[misc]
        finally:
            self._end_turn_unless_open()

    def _rollback(self) -> Any:
        try:
            return super()._rollback()  # type: ignore[misc]
        finally:
            self._end_turn()

    def _close(self) -> Any:
        try:
            return super()._close()  # type: ignore[misc]
        finally:
            self._end_turn()

    def _end_turn_unless_open(self) -> None:
        """A commit that failed leaves its transaction open; the rollback after it ends the turn."""
        if self.connection is None or not self.connection.in_transaction:
            self._end_turn()

    def _end_turn(self) -> None:
        if self.has_turn:
            self.has_turn = False
            turns.give_back()
