"""What can be done with changes of many people."""

from keyhouse.domain.bulk_changes.actions.begin_bulk_change import begin_bulk_change
from keyhouse.domain.bulk_changes.actions.undo_bulk_change import undo_bulk_change

__all__ = ["begin_bulk_change", "undo_bulk_change"]
