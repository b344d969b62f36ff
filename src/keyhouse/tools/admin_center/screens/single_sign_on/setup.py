"""The first two steps of the wizard Add IdP: our values for the identity provider, and its values for us."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from keyhouse import ui
from keyhouse.domain.connections import actions, queries, rules
from keyhouse.domain.connections.rules import SignOnConnection
from keyhouse.foundation import clock, outbound
from keyhouse.protocols.saml import metadata
from keyhouse.protocols.saml.errors import Refusal
from keyhouse.tools.admin_center.screens.single_sign_on.words import PROVIDERS, STEPS

MAX_BYTES = 256 * 1024
HINTS = {
    "okta": {
        "entity_id": gettext_lazy("“Audience URI (SP Entity ID)” at Okta"),
        "acs_url": gettext_lazy("“Single sign-on URL” at Okta"),
        "logout_url": gettext_lazy("“Single Logout URL” at Okta"),
        "sign_on_url": gettext_lazy("for a bookmark app"),
    },
    "entra": {
        "entity_id": gettext_lazy("“Identifier (Entity ID)” at Entra ID"),
        "acs_url": gettext_lazy("“Reply URL (Assertion Consumer Service URL)” at Entra ID"),
        "logout_url": gettext_lazy("“Logout Url” at Entra ID"),
        "sign_on_url": gettext_lazy("“Sign on URL” at Entra ID"),
    },
    "google": {
        "entity_id": gettext_lazy("“Entity ID” at Google"),
        "acs_url": gettext_lazy("“ACS URL” at Google"),
        "sign_on_url": gettext_lazy("“Start URL” at Google"),
    },
}
WAYS = {
    "url": gettext_lazy("Metadata URL"),
    "file": gettext_lazy("Metadata file or XML"),
    "form": gettext_lazy("Form"),
}


class ByUrl(ui.Form):
    """Where the metadata is."""

    metadata_url = ui.TextField(label=gettext_lazy("Metadata URL"), max_length=2000, placeholder="https://")


class ByFile(ui.Form):
    """The metadata itself, as a file or as text."""

    file = ui.FileField(label=gettext_lazy("Metadata file"), required=False, max_bytes=MAX_BYTES, accept=".xml")
    xml = ui.TextAreaField(label=gettext_lazy("Metadata XML"), required=False, code=True, rows=8, max_length=MAX_BYTES)


class ByForm(ui.Form):
    """The three values that every provider shows."""

    sign_on_url = ui.TextField(label=gettext_lazy("SAML URL"), max_length=2000, placeholder="https://")
    issuer = ui.TextField(label=gettext_lazy("SAML Issuer URL"), max_length=1000)
    certificate = ui.TextAreaField(label=gettext_lazy("SAML Certificate"), code=True, rows=6, max_length=20_000)
    logout_url = ui.TextField(label=gettext_lazy("SAML Single Logout URL"), max_length=2000, required=False)


FORMS: dict[str, type[ui.Form]] = {"url": ByUrl, "file": ByFile, "form": ByForm}


def our_side(request: ui.Request, sign_on: ui.Id) -> ui.Response:
    """Step 1: the values to type in at the identity provider."""
    found = queries.sign_on_connection(request.actor, sign_on)
    return ui.render(
        request,
        "single_sign_on/our_side",
        connection=found,
        provider=PROVIDERS.get(found.provider, ""),
        ours=rules.addresses_of(found.id),
        hints=HINTS.get(found.provider, {}),
        steps=ui.Trail(0, *STEPS),
    )


def identity_provider(request: ui.Request, sign_on: ui.Id) -> ui.Response:
    """Step 2: the identity provider's values, each judged by a line before they are kept."""
    found = queries.sign_on_connection(request.actor, sign_on)
    way = request.GET.get("by", "url") if request.GET.get("by", "url") in FORMS else "url"
    form = FORMS[way](request.POST or None, request.FILES or None, initial=_initial(found, way))
    lines: tuple[metadata.Line, ...] = ()
    if form.is_valid():
        with form.explaining_refusals():
            lines, provider = judged(found, way, form.cleaned_data)
            if "save" in request.POST and provider and may_be_kept(lines):
                given = rules.IdentityProvider(
                    **provider.kept(), metadata_url=form.cleaned_data.get("metadata_url", "")
                )
                actions.describe_identity_provider(by=request.actor, connection=found, provider=given)
                said = _("{name} knows its identity provider.").format(name=found.name)
                return ui.done(request, "admin_center:single_sign_on_test", found.id, said=said)
    context: dict[str, Any] = {
        "connection": found,
        "form": form,
        "lines": lines,
        "may_be_kept": may_be_kept(lines),
        "way": way,
    }
    return ui.render(request, "single_sign_on/identity_provider", ways=WAYS, steps=ui.Trail(1, *STEPS), **context)


def judged(
    connection: SignOnConnection, way: str, given: dict[str, object]
) -> tuple[tuple[metadata.Line, ...], metadata.IdentityProvider | None]:
    """Judge what was given, line by line; a metadata URL is fetched by the one guarded client."""

    def is_taken(issuer: str) -> bool:
        return queries.issuer_elsewhere(connection.organization_id, issuer, but=connection.id) is not None

    judge = {"now": clock.now(), "is_allowed": outbound.may_be_http, "is_taken": is_taken}
    if way == "form":
        try:
            provider = metadata.from_form(**{name: str(value or "") for name, value in given.items()})
        except Refusal as refusal:
            label, fix = _("The certificate can be read"), _("Copy it again, whole, as base64 or PEM.")
            return (metadata.Line(check="certificate", passed=False, label=label, found=str(refusal), fix=fix),), None
        return metadata.examine(provider, **judge), provider  # type: ignore[arg-type]
    if way == "url":
        document = outbound.get(str(given["metadata_url"]), max_bytes=MAX_BYTES)
    else:
        file = given.get("file")
        document = file.read() if file else str(given.get("xml") or "").encode()  # type: ignore[attr-defined]
    return metadata.validate(document, **judge)  # type: ignore[arg-type]


def may_be_kept(lines: tuple[metadata.Line, ...]) -> bool:
    """Whether nothing is wrong but a certificate that has ended, which goes on working with a warning."""
    return bool(lines) and all(line.passed or line.check == "certificate_lives" for line in lines)


def _initial(connection: SignOnConnection, way: str) -> dict[str, str]:
    """What the connection knows already."""
    setup = connection.saml
    if way == "url":
        return {"metadata_url": setup.metadata_url}
    certificate = setup.certificates[0] if setup.certificates else ""
    known = {"sign_on_url": setup.sign_on_url, "issuer": setup.issuer, "logout_url": setup.logout_url}
    return {**known, "certificate": certificate} if way == "form" else {}
