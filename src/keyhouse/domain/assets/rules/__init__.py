"""Rules about assets: their types with the tasks of each, and what a task implies."""

from keyhouse.domain.assets.rules import tasks, types

__all__ = ["tasks", "types"]
