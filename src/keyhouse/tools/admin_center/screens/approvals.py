"""Approvals: what waits for the decision of this administrator, what she sent, and what is closed."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from keyhouse import ui
from keyhouse.domain.governance import actions, queries, rules
from keyhouse.domain.governance.queries import Approval
from keyhouse.domain.organizations.rules import Deed
from keyhouse.ui import approvals as offered

PAGE = 50
STATES = {
    "waiting": gettext_lazy("Waiting for approval"),
    "done": gettext_lazy("Done"),
    "failed": gettext_lazy("Not possible any more"),
    "declined": gettext_lazy("Declined"),
    "canceled": gettext_lazy("Canceled"),
    "stopped": gettext_lazy("Stopped"),
    "expired": gettext_lazy("Expired"),
}
HEAD = ("Request", "Asked by", "What changes", "Asked", "Expires", "State", "Decided by", "Answer")


class Reason(ui.Form):
    """Why somebody asks, or declines."""

    reason = ui.TextAreaField(label=gettext_lazy("Reason"), rows=3, max_length=500, required=False)


def waiting(request: ui.Request) -> ui.Response:
    """Waiting for me: the requests that this administrator may decide."""
    return _list(request, "waiting", queries.waiting(request.actor))


def sent(request: ui.Request) -> ui.Response:
    """Sent: her own requests that are still open."""
    return _list(request, "sent", queries.sent(request.actor))


def closed(request: ui.Request) -> ui.Response:
    """Closed: how requests ended."""
    cursor = ui.cursor_of(request)
    before = cursor[0] if cursor and isinstance(cursor[0], int) else None
    found = queries.closed(request.actor, before=before, limit=PAGE + 1)
    page = ui.page_of(request, found, PAGE, lambda one: [one.id])
    return _list(request, "closed", list(page.rows), more=page.more)


def detail(request: ui.Request, approval: ui.Id) -> ui.Response:
    """One request: what changes, who asked, and what can be done about it."""
    found = queries.approval(request.actor, approval)
    return ui.render(
        request,
        "approvals/detail",
        approval=found,
        deed=_label(found),
        state=STATES[found.state],
        may_decide=queries.may_decide(request.actor, found),
        why_not=_why_not(request, found),
        is_own=_is_own(request, found),
        deciders=queries.deciders(found) if found.is_waiting else [],
    )


def ask(request: ui.Request) -> ui.Response:
    """Ask for approval of the deed that a page just offered."""
    asked = offered.read(request, request.POST.get("asked", ""))
    form = Reason(request.POST or None)
    if asked is None:
        return ui.onward("admin_center:approvals")
    if form.is_valid():
        with form.explaining_refusals():
            made = actions.ask_approval(
                by=request.actor, deed=asked["deed"], arguments=asked["arguments"], reason=form.cleaned_data["reason"]
            )
            return ui.done(request, *_after(request, made), said=_said(made))
    context = {"changes": asked["changes"], "asked": request.POST["asked"], "deed": Deed(asked["deed"]).label}
    return ui.dialog(request, "approvals/ask", form=form, close=reverse("admin_center:approvals"), **context)


def approve(request: ui.Request, approval: ui.Id) -> ui.Response:
    """Approve: the deed is done at once, or the page says why it can't be done any more."""
    found = actions.approve(by=request.actor, approval=queries.approval(request.actor, approval))
    done = found.state == rules.ApprovalState.DONE
    said = _("Done: {deed}.").format(deed=_label(found)) if done else found.answer
    tone = "success" if done else "attention"
    return ui.done(request, "admin_center:approval", found.id, said=said, tone=tone)


def decline(request: ui.Request, approval: ui.Id) -> ui.Response:
    """The dialog Decline: who asked is told the reason."""
    found = queries.approval(request.actor, approval)
    form = Reason(request.POST or None)
    if form.is_valid():
        with form.explaining_refusals():
            actions.decline(by=request.actor, approval=found, reason=form.cleaned_data["reason"])
            said = _("Declined: {deed}.").format(deed=_label(found))
            return ui.done(request, "admin_center:approvals", said=said)
    close = reverse("admin_center:approval", args=[found.id])
    return ui.dialog(request, "approvals/decline", approval=found, deed=_label(found), form=form, close=close)


def cancel(request: ui.Request, approval: ui.Id) -> ui.Response:
    """Take one's own request back."""
    found = actions.cancel(by=request.actor, approval=queries.approval(request.actor, approval))
    return ui.done(request, "admin_center:approvals_sent", said=_("Canceled: {deed}.").format(deed=_label(found)))


def export(request: ui.Request) -> ui.Response:
    """Every request that this administrator sees, as a file."""
    by = request.actor
    found = {one.id: one for one in [*queries.waiting(by), *queries.sent(by), *queries.closed(by, limit=10_000)]}
    return ui.csv_download("approvals.csv", HEAD, [_cells(one) for one in found.values()])


def _list(request: ui.Request, tab: str, found: list[Approval], more: str = "") -> ui.Response:
    lines = [(one, _label(one), STATES[one.state]) for one in found]
    return ui.render(request, f"approvals/{tab}", tab=tab, lines=lines, more=more)


def _cells(one: Approval) -> list[object]:
    decider = one.decided_by.name if one.decided_by else ""
    moments = [one.asked_at.isoformat(timespec="seconds"), one.until.isoformat(timespec="seconds")]
    return [_label(one), one.asked_by, rules.words_of(one.changes), *moments, STATES[one.state], decider, one.answer]


def _label(approval: Approval) -> object:
    return Deed(approval.deed).label


def _is_own(request: ui.Request, approval: Approval) -> bool:
    return approval.is_waiting and approval.person_id == request.actor.person_id


def _why_not(request: ui.Request, approval: Approval) -> str:
    broken = queries.why_not_decide(request.actor, approval) if approval.is_waiting else None
    return "" if broken is None or _is_own(request, approval) else str(broken)


def _after(request: ui.Request, made: Approval) -> tuple[str, ...] | tuple[str, int]:
    """Where to go after asking: to the request, or home for whoever can't open Admin Center."""
    return ("admin_center:approval", made.id) if request.actor.permissions else ("front_door:start",)


def _said(made: Approval) -> str:
    if made.runs_at is not None:
        return _("Nobody else may approve this: it happens in 24 hours, unless you stop it by the link in your mail.")
    return _("Asked. You get a mail as soon as somebody decides.")
