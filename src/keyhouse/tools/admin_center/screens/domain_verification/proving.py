"""Proving a domain: by DNS, by a file, or by a code that is mailed to it; each is a step of one dialog."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from keyhouse import ui
from keyhouse.domain.email_domains import actions, queries, rules
from keyhouse.domain.email_domains.errors import VerifiedElsewhere
from keyhouse.domain.email_domains.queries import EmailDomain
from keyhouse.foundation.errors import Refused
from keyhouse.tools.admin_center.screens.domain_verification.words import STEPS

PAGE = "admin_center:domain"


class ChooseMailbox(ui.Form):
    """Where the code is mailed to."""

    mailbox = ui.ChoiceField(
        label=gettext_lazy("Mailbox"), choices=[(name, name) for name in rules.MAILBOXES], initial="admin"
    )


class Dns(ui.Form):
    """How far the record is to count."""

    include_subdomains = ui.BooleanField(
        label=gettext_lazy("Include subdomains"),
        help_text=gettext_lazy("The proof also counts for domains below it that nobody else has verified."),
    )


class EnterCode(ui.Form):
    """The code that was mailed."""

    code = ui.CodeField(label=gettext_lazy("Code"), digits=rules.CODE_DIGITS)


def method(request: ui.Request, domain: ui.Id) -> ui.Response:
    """The dialog Add domain, second step: how the domain is to be proved."""
    found = queries.domain(request.actor, domain)
    return ui.dialog(request, "domain_verification/method", domain=found, steps=ui.Trail(1, *STEPS))


def proof(request: ui.Request, domain: ui.Id, method: str) -> ui.Response:
    """The dialog Add domain, last step by DNS or file: what to put where, and the check."""
    found = queries.domain(request.actor, domain)
    kind, initial = (Dns if method == "dns" else ui.Form), {"include_subdomains": found.include_subdomains}
    form = kind(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.is_valid():
        with form.explaining_refusals():
            if "later" in request.POST and method == "dns":
                actions.await_dns_proof(by=request.actor, domain=found, **form.cleaned_data)
                said = _("The TXT record of {name} is looked for by itself for 72 hours.")
                return ui.done(request, PAGE, found.id, said=said.format(name=found.name))
            evidence = queries.evidence_of(found, method)
            result = actions.verify_email_domain(by=request.actor, domain=found, evidence=evidence, **form.cleaned_data)
            return _verified(request, found, result)
    return ui.dialog(
        request,
        f"domain_verification/{method}",
        domain=found,
        form=form,
        proof=rules.proof_of(found),
        file_path=rules.FILE_PATH,
        file_name=rules.FILE_PATH.rpartition("/")[2],
        steps=ui.Trail(2, *STEPS),
    )


def dns(request: ui.Request, domain: ui.Id) -> ui.Response:
    """Prove a domain by a TXT record."""
    return proof(request, domain, "dns")


def file(request: ui.Request, domain: ui.Id) -> ui.Response:
    """Prove a domain by a file."""
    return proof(request, domain, "file")


def mailbox(request: ui.Request, domain: ui.Id) -> ui.Response:
    """Prove a domain by mail: where the code goes."""
    found = queries.domain(request.actor, domain)
    form = ChooseMailbox(request.POST or None)
    form.offer("mailbox", [(name, f"{name}@{found.name}") for name in rules.MAILBOXES])
    if form.is_valid():
        with form.explaining_refusals():
            actions.send_domain_code(by=request.actor, domain=found, **form.cleaned_data)
            return ui.onward("admin_center:domain_code", found.id)
    return ui.dialog(request, "domain_verification/mailbox", domain=found, form=form, steps=ui.Trail(2, *STEPS))


def code(request: ui.Request, domain: ui.Id) -> ui.Response:
    """Prove a domain by mail: the code that came."""
    found = queries.domain(request.actor, domain)
    form = EnterCode(request.POST or None)
    if form.is_valid():
        with form.explaining_refusals():
            result = actions.verify_email_domain_by_code(by=request.actor, domain=found, **form.cleaned_data)
            return _verified(request, found, result)
    return ui.dialog(
        request,
        "domain_verification/code",
        domain=found,
        form=form,
        steps=ui.Trail(2, *STEPS),
        minutes=rules.CODE_MINUTES,
    )


def _verified(request: ui.Request, found: EmailDomain, result: object) -> ui.Response:
    """Say what is possible now; for a domain that another organization owns, go where its release is asked for."""
    if isinstance(result, Refused) and isinstance(result.rule, VerifiedElsewhere):
        return ui.done(request, PAGE, found.id, said=str(result.rule), tone="danger")
    if isinstance(result, Refused):
        raise result.rule
    said = _("{name} is verified. Its people can be invited now.").format(name=found.name)
    return ui.done(request, PAGE, found.id, said=said)
