"""The four kinds of broken rules; each module names its own rules as subclasses, and the doors choose the wire form."""

from dataclasses import dataclass, field
from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Text = str | Promise


class BrokenRule(Exception):
    """A rule that was broken, with the facts that its sentence names."""

    code: ClassVar[str] = "refused"
    message: ClassVar[Text] = _("This isn't possible.")
    step: ClassVar[Text] = ""

    def __init__(self, **facts: object) -> None:
        super().__init__()
        self.facts = facts

    def __str__(self) -> str:
        """The sentence for people: the rule, the thing and the reason."""
        return str(self.message).format_map(self.facts)

    @property
    def next_step(self) -> str:
        """What to do about it, or an empty text where the sentence already says so."""
        return str(self.step).format_map(self.facts)


class NotFound(BrokenRule):
    """It does not exist, for you."""

    code = "not_found"
    message = _("This doesn't exist, or you can't see it.")


class NotAllowed(BrokenRule):
    """You see it, and may not do this."""

    code = "not_allowed"
    message = _("You may not do this: {permission}.")


class Invalid(BrokenRule):
    """It breaks a rule."""

    code = "invalid"


class Conflict(BrokenRule):
    """It is already so, or someone was first."""

    code = "conflict"


@dataclass(frozen=True)
class Refused:
    """A refusal that must be remembered: the action commits its counter and event, and the door raises the rule."""

    rule: BrokenRule
    support_code: str = field(default="", kw_only=True)
