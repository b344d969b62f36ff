"""Rules about assets: their types with the tasks of each, what a task implies, and what names they may have."""

from keyhouse.domain.assets.rules import names, tasks, types

__all__ = ["names", "tasks", "types"]
