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


class OutOfRange(Invalid):
    """A setting has a least and a greatest value."""

    code = "setting_out_of_range"
    message = _("Choose a number from {low} to {high}.")

    @property
    def field(self) -> str:
        """The setting that it is about."""
        return str(self.facts["setting"])


class NotAChoice(Invalid):
    """A setting has a few values to choose from."""

    code = "setting_not_a_choice"
    message = _("{value} can't be chosen here.")

    @property
    def field(self) -> str:
        """The setting that it is about."""
        return str(self.facts["setting"])


class NotANetwork(Invalid):
    """An allowed network is written as CIDR."""

    code = "not_a_network"
    message = _("{text} isn't a network. Write it like 198.51.100.0/24 or 2001:db8::/48.")
    field = "admin_networks"


class NetworksExcludeYou(Invalid):
    """Nobody locks herself out of Admin Center."""

    code = "networks_exclude_you"
    message = _("None of these networks holds the address from which you are here, {ip}. Add it first.")
    field = "admin_networks"


class AdminCenterElsewhere(NotAllowed):
    """Admin Center opens from the networks that the organization allows."""

    code = "admin_center_elsewhere"
    message = _("{organization} opens Admin Center from certain networks only, and {ip} is in none of them.")
    step = _("Go to one of these networks, or ask a System admin who is there.")


class UnknownFactorMethod(Invalid):
    """A second factor is proved by one of a few methods."""

    code = "unknown_factor_method"
    message = _("There is no method {method} for a second factor.")
    field = "two_factor_methods"
