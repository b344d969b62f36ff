"""What can have happened to grants."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.audit import Event


@dataclass(frozen=True, kw_only=True)
class GrantsErased(Event):
    """The grants of a person were erased with her account."""

    tag = "person.grants.erased"
    title = _("Assets unassigned")
    sentence = _("{count} grants of {email} were erased.")
    personal = frozenset({"email"})
    email: str
    count: int
