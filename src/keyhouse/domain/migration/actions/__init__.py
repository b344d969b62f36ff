"""What can be done about migrations."""

from keyhouse.domain.migration.actions.exclude_from_migration import exclude_from_migration
from keyhouse.domain.migration.actions.halt_migration import halt_migration
from keyhouse.domain.migration.actions.include_in_migration import include_in_migration
from keyhouse.domain.migration.actions.resume_migration import resume_migration

__all__ = ["exclude_from_migration", "halt_migration", "include_in_migration", "resume_migration"]
