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


@dataclass(frozen=True, kw_only=True)
class SecuritySettingsChanged(Event):
    """Security settings were changed."""

    tag = "organization.security_settings.changed"
    title = _("Settings changed")
    sentence = _("{actor} changed security settings: {changes}.")
    changes: list[str]


@dataclass(frozen=True, kw_only=True)
class TwoFactorRulesChanged(Event):
    """The rules about second factors were changed."""

    tag = "organization.two_factor_rules.changed"
    title = _("Settings changed")
    sentence = _("{actor} changed the rules about second factors: {changes}.")
    changes: list[str]


@dataclass(frozen=True, kw_only=True)
class TwoFactorRequirementEnded(Event):
    """A second factor is no longer required of everyone."""

    tag = "organization.two_factor_requirement.ended"
    title = _("Settings changed")
    sentence = _("{actor} ended the requirement of a second factor: {changes}.")
    outgoing = True
    changes: list[str]
