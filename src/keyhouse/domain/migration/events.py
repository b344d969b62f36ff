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
