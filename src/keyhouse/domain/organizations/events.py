"""What can have happened to organizations."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.audit import Event


@dataclass(frozen=True, kw_only=True)
class OrganizationCreated(Event):
    """An organization was made."""

    tag = "organization.created"
    title = _("Organization created")
    sentence = _("{actor} created the organization {organization}.")
    organization: str


@dataclass(frozen=True, kw_only=True)
class SetUpLinkCreated(Event):
    """A link that leads through the set-up was made."""

    tag = "installation.set_up_link.created"
    title = _("Set-up link created")
    sentence = _("{actor} created a set-up link that works until {until}.")
    until: str
