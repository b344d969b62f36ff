"""What can be done about migrations."""

from keyhouse.domain.migration.actions.halt_migration import halt_migration

__all__ = ["halt_migration"]
