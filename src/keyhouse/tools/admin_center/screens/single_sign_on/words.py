"""The words of single sign-on that several screens show: providers, steps, checks and what was received."""

from typing import Any

from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext_lazy as _

from keyhouse.ui.tools import Text

PROVIDERS: dict[str, Text] = {
    "okta": "Okta",
    "entra": "Microsoft Entra ID",
    "google": "Google Workspace",
    "other": _("Other SAML"),
}
STEPS = (
    _("Add this to your identity provider"),
    _("Identity provider details"),
    _("Test"),
    _("Assign email domains"),
    _("Review and activate"),
)
CHECKS: dict[str, Text] = {
    "readable": _("The message can be read"),
    "response_version": _("The response is SAML 2.0"),
    "status": _("The identity provider says that the sign-in succeeded"),
    "response_age": _("The response is fresh"),
    "destination": _("It was sent to our ACS URL"),
    "response_issuer": _("The response comes from this identity provider"),
    "answers_request": _("It answers an open request of ours"),
    "ids_are_unique": _("Every ID occurs once"),
    "one_assertion": _("There is exactly one assertion"),
    "encryption": _("It is encrypted where the connection requires it"),
    "values_are_whole": _("Nothing cuts a name or value short"),
    "signatures_stand_right": _("Signatures stand where they may"),
    "signatures_are_allowed": _("Signatures use allowed algorithms"),
    "is_signed": _("It is signed"),
    "signature": _("The signature fits a certificate of the connection"),
    "certificate": _("The certificate may be used"),
    "version": _("The assertion is SAML 2.0"),
    "issuer": _("The assertion comes from this identity provider"),
    "age": _("The assertion is fresh"),
    "one_bearer": _("One confirmation says how it may be presented"),
    "recipient": _("Its recipient is our ACS URL"),
    "confirmation_time": _("The confirmation isn't over"),
    "in_response_to": _("The assertion answers the same request"),
    "conditions_time": _("It is valid now"),
    "conditions": _("Every condition is understood"),
    "audience": _("Its audience is our Audience URL"),
    "provider_session": _("The session at the provider isn't over"),
    "asked_again": _("The sign-in is as fresh as was asked"),
    "name_id": _("It names a person"),
    "person": _("The name leads to a person who may sign in"),
}
RECEIVED: dict[str, Text] = {
    "issuer": _("Issuer"),
    "name": _("NameID"),
    "name_format": _("NameID format"),
    "audiences": _("Audience"),
    "recipient": _("Recipient"),
    "destination": _("Destination"),
    "in_response_to": _("Answers request"),
    "not_before": _("Valid from"),
    "not_on_or_after": _("Valid until"),
    "certificate": _("Signed with the certificate"),
    "status": _("Status"),
}


def checks_of(attempt: Any) -> list[dict[str, object]]:
    """The checks of an attempt, in their order, each with its title."""
    return [{**check, "title": CHECKS.get(check["check"], check["check"])} for check in attempt.checks]


def received_of(attempt: Any) -> list[tuple[Text, str]]:
    """What an attempt brought, as pairs of label and text; attributes by their own names."""
    given = attempt.received
    pairs = [(label, given.get(name)) for name, label in RECEIVED.items()]
    pairs += [(name, values) for name, values in given.get("attributes", {}).items()]
    return [(label, _text(value)) for label, value in pairs if value]


def _text(value: Any) -> str:
    """A received value as a person reads it: lists joined, times in UTC."""
    if isinstance(value, list):
        return ", ".join(value)
    moment = parse_datetime(value) if len(value) > 10 and value[4] == "-" else None
    return f"{moment:%d %b %Y, %H:%M:%S} UTC" if moment else str(value)
