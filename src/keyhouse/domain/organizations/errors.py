"""Rules about organizations that can be broken."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.errors import Conflict, Invalid, NotAllowed, NotFound


class AlreadySetUp(Conflict):
    """The installation has an organization already."""

    code = "already_set_up"
    message = _("This installation is already set up.")
    step = _("Sign in, or ask the operator for a further organization: keyhouse bootstrap.")


class NameNeeded(Invalid):
    """An organization has a name."""

    code = "organization_name_needed"
    message = _("The organization needs a name.")


class NameTaken(Conflict):
    """Another organization of the installation has this name."""

    code = "organization_name_taken"
    message = _("There is already an organization named {name}.")


class SetUpLinkOver(NotFound):
    """The set-up link was used, replaced or has expired."""

    code = "set_up_link_over"
    message = _("This set-up link was already used or has expired.")
    step = _("Start the server again: it prints a new link while there is no organization.")


class NeedsApproval(NotAllowed):
    """The policy of the organization asks for a second administrator."""

    code = "needs_approval"
    message = _("This needs another administrator: {deed}.")
    step = _("Ask for approval; it happens as soon as another administrator approves.")

    def __init__(
        self,
        *,
        deed: str,
        label: object,
        organization_id: int,
        arguments: Mapping[str, Any],
        summary: Sequence[Sequence[str]],
    ) -> None:
        super().__init__(deed=label)
        self.deed, self.organization_id = deed, organization_id
        self.arguments = dict(arguments)
        self.summary = [[str(cell) for cell in line] for line in summary]

    @property
    def asking(self) -> dict[str, Any]:
        """How to ask for the approval: the deed and its arguments, and what would change, as plain values."""
        changes = [dict(zip(("what", "before", "after"), line, strict=True)) for line in self.summary]
        return {"deed": str(self.deed), "arguments": self.arguments, "changes": changes}
