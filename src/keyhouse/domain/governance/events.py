"""What can have happened to approvals."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.audit import Event


@dataclass(frozen=True, kw_only=True)
class ApprovalRequested(Event):
    """An administrator asked another one to approve a deed."""

    tag = "governance.approval.requested"
    title = _("Approval requested")
    sentence = _("{actor} asked for approval: {deed} ({changes}).")
    personal = frozenset({"changes"})
    outgoing = True
    deed: str
    changes: str


@dataclass(frozen=True, kw_only=True)
class ApprovalGiven(Event):
    """A second administrator approved a deed, and it was tried at once."""

    tag = "governance.approval.given"
    title = _("Approval given")
    sentence = _("{actor} approved what {asked_by} asked for: {deed} ({changes}). {outcome}")
    personal = frozenset({"changes", "asked_by"})
    outgoing = True
    deed: str
    changes: str
    asked_by: str
    outcome: str


@dataclass(frozen=True, kw_only=True)
class ApprovalDeclined(Event):
    """A second administrator declined a deed; nothing was changed."""

    tag = "governance.approval.declined"
    title = _("Approval declined")
    sentence = _("{actor} declined what {asked_by} asked for: {deed} ({changes}). Reason: {reason}")
    personal = frozenset({"changes", "asked_by"})
    outgoing = True
    deed: str
    changes: str
    asked_by: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class ApprovalCanceled(Event):
    """Who asked took the request back; nothing was changed."""

    tag = "governance.approval.canceled"
    title = _("Approval canceled")
    sentence = _("{actor} canceled the request for approval: {deed} ({changes}).")
    personal = frozenset({"changes"})
    deed: str
    changes: str


@dataclass(frozen=True, kw_only=True)
class ApprovalStopped(Event):
    """What a sole administrator asked for was stopped by the link in her mail; nothing was changed."""

    tag = "governance.approval.stopped"
    title = _("Approval stopped")
    sentence = _("What {asked_by} asked for was stopped by the link in the mail: {deed} ({changes}).")
    personal = frozenset({"changes", "asked_by"})
    outgoing = True
    deed: str
    changes: str
    asked_by: str


@dataclass(frozen=True, kw_only=True)
class ApprovalExpired(Event):
    """Nobody decided in time; nothing was changed."""

    tag = "governance.approval.expired"
    title = _("Approval expired")
    sentence = _("Nobody decided what {asked_by} asked for: {deed} ({changes}).")
    personal = frozenset({"changes", "asked_by"})
    outgoing = True
    deed: str
    changes: str
    asked_by: str


@dataclass(frozen=True, kw_only=True)
class ApprovalWaited(Event):
    """What a sole administrator asked for was tried after its 24 hours, because nobody stopped it."""

    tag = "governance.approval.waited"
    title = _("Approval given")
    sentence = _("Nobody stopped what {asked_by} asked for within 24 hours: {deed} ({changes}). {outcome}")
    personal = frozenset({"changes", "asked_by"})
    outgoing = True
    deed: str
    changes: str
    asked_by: str
    outcome: str
