"""Why an address can't be invited: the codes, their sentences, and what mends each."""

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Code(enum.StrEnum):
    """Why an address can't be invited; the same codes on screens, in files and in the API."""

    DOMAIN_UNVERIFIED = "domain_unverified"
    DOMAIN_LAPSED = "domain_lapsed"
    DOMAIN_UNKNOWN = "domain_unknown"
    PUBLIC_EMAIL = "public_email"
    OTHER_ORGANIZATION = "other_organization"
    ALREADY_MEMBER = "already_member"
    ALREADY_INVITED = "already_invited"
    DEACTIVATED = "deactivated"
    SUSPENDED = "suspended"
    INVALID_ADDRESS = "invalid_address"
    DUPLICATE_ROW = "duplicate_row"
    NO_ACCOUNT = "no_account"
    PERSONAL_LOGINS = "personal_logins"
    LIMIT = "limit"


SENTENCES: dict[Code, Promise] = {
    Code.DOMAIN_UNVERIFIED: _("{domain} isn't verified by {organization}"),
    Code.DOMAIN_LAPSED: _("The check of {domain} fails since {since}"),
    Code.DOMAIN_UNKNOWN: _("{domain} doesn't belong to {organization}"),
    Code.PUBLIC_EMAIL: _("A public email address can't be invited as a work account"),
    Code.OTHER_ORGANIZATION: _("{domain} belongs to another organization"),
    Code.ALREADY_MEMBER: _("Already in {portfolio}"),
    Code.ALREADY_INVITED: _("Invited to {portfolio} on {since}"),
    Code.DEACTIVATED: _("The account is deactivated"),
    Code.SUSPENDED: _("The account is suspended"),
    Code.INVALID_ADDRESS: _("This isn't an email address"),
    Code.DUPLICATE_ROW: _("This address appears twice"),
    Code.NO_ACCOUNT: _("Nobody in {organization} has this address yet, and you can't create work accounts"),
    Code.PERSONAL_LOGINS: _("{portfolio} takes work accounts only"),
    Code.LIMIT: _("At most {limit} addresses can be invited at once"),
}
MENDED_BY: dict[Code, Promise] = {
    Code.DOMAIN_UNVERIFIED: _("verify the domain {domain} first"),
    Code.DOMAIN_LAPSED: _("fix the domain {domain} first"),
    Code.DOMAIN_UNKNOWN: _("add the domain, or invite a work address of {organization}"),
    Code.PUBLIC_EMAIL: _("use a work address, or invite as a personal login if the portfolio allows it"),
    Code.OTHER_ORGANIZATION: _("add the other organization as a partner first"),
    Code.ALREADY_MEMBER: _("open the person to change the access"),
    Code.ALREADY_INVITED: _("resend the invitation"),
    Code.DEACTIVATED: _("an admin can reactivate the account"),
    Code.SUSPENDED: _("ask an admin"),
    Code.INVALID_ADDRESS: _("correct or remove it"),
    Code.DUPLICATE_ROW: _("remove it"),
    Code.NO_ACCOUNT: _("ask a people admin to add the person"),
    Code.PERSONAL_LOGINS: _("invite a work address"),
    Code.LIMIT: _("invite the rest afterwards"),
}
HOLDABLE = (Code.DOMAIN_UNVERIFIED, Code.DOMAIN_LAPSED)


@dataclass(frozen=True, kw_only=True)
class Reason:
    """Why one address couldn't be added: the code, the sentence and what to do, and the facts that they name."""

    code: Code
    facts: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        """The reason and the next step in one line."""
        return f"{self.sentence}; {self.mended_by}"

    @property
    def sentence(self) -> str:
        """What is wrong."""
        return str(SENTENCES[self.code]).format_map(self.facts)

    @property
    def mended_by(self) -> str:
        """What to do about it."""
        return str(MENDED_BY[self.code]).format_map(self.facts)

    @property
    def can_be_held(self) -> bool:
        """Whether the address can be kept until its domain is verified."""
        return self.code in HOLDABLE
