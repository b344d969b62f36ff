"""What can have happened to migrations."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.audit import Event


@dataclass(frozen=True, kw_only=True)
class MigrationHalted(Event):
    """A migration needs attention because the work account was deactivated."""

    tag = "migration.person.halted"
    title = _("Migration needs attention")
    sentence = _("The migration of {email} needs attention: the account was deactivated.")
    personal = frozenset({"email"})
    email: str


@dataclass(frozen=True, kw_only=True)
class MigrationResumed(Event):
    """A migration goes on because the work account is active again."""

    tag = "migration.person.resumed"
    title = _("Migration goes on")
    sentence = _("The migration of {email} goes on: the account is active again.")
    personal = frozenset({"email"})
    email: str


@dataclass(frozen=True, kw_only=True)
class ExcludedFromMigration(Event):
    """A personal login is no part of the migration."""

    tag = "migration.person.excluded"
    title = _("Excluded from migration")
    sentence = _("{actor} excluded {email} from the migration: {reason}.")
    personal = frozenset({"email"})
    email: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class IncludedInMigration(Event):
    """A personal login is part of the migration again."""

    tag = "migration.person.included"
    title = _("Included in migration again")
    sentence = _("{actor} included {email} in the migration again.")
    personal = frozenset({"email"})
    email: str
