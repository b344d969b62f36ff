"""IT set up: what has to be ready before people move."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from keyhouse import ui
from keyhouse.domain.migration import queries
from keyhouse.domain.migration.queries import Task, TaskState


@dataclass(frozen=True, kw_only=True)
class Words:
    """What a task is called, what is said while it is open and when it is done, and where it is done."""

    title: Promise
    open: Promise
    done: Promise
    button: Promise
    address: str


WORDS = {
    "team": Words(
        title=_("Name the migration team"),
        open=_("Nobody owns the migration yet. Give a person the role System admin."),
        done=_("Run by {names}. Every System admin may plan and run the migration."),
        button=_("Admin roles"), address="/admin-center/admin-roles/"),
    "domains": Words(
        title=_("Verify domain"),
        open=_("Work accounts need an address in a verified domain. Not verified yet: {names}."),
        done=_("Every domain of your organization is verified."),
        button=_("Domain verification"), address="/admin-center/domain-verification/"),
    "sign_on": Words(
        title=_("Set up single sign-on"),
        open=_("No connection is active. Without one, people who move set a password."),
        done=_("People sign in through {names}."),
        button=_("Single sign-on"), address="/admin-center/single-sign-on/"),
    "provisioning": Words(
        title=_("Set up provisioning"),
        open=_("No identity provider has sent accounts yet. Without one, accounts are added by hand."),
        done=_("Accounts come from {names}."),
        button=_("Identity providers"), address="/admin-center/identity-providers/"),
    "people": Words(
        title=_("Import people in portfolios"),
        open=_("No portfolio holds a personal login, so there is nobody to move."),
        done=_("The people who use a personal login in your portfolios are listed."),
        button=_("People in business portfolios"), address="/migration-center/people/"),
    "last_administrators": Words(
        title=_("Protect last admins"),
        open=_("These portfolios need two people with full control, one of them by work account: {names}."),
        done=_("Every portfolio has two people with full control, one of them by work account."),
        button=_("Business Manager"), address="/business-manager/"),
}  # fmt: skip
MARKS = {TaskState.DONE: "done", TaskState.PROBLEM: "failed", TaskState.TO_DO: ""}


def home(request: ui.Request) -> ui.Response:
    """The first page: set-up while a task is open, then the people."""
    is_open = any(task.state is not TaskState.DONE for task in queries.set_up(request.actor) if task.is_needed)
    return ui.onward("migration_center:it_set_up" if is_open else "migration_center:people")


def index(request: ui.Request) -> ui.Response:
    """The tasks, each with its state and the way to do it."""
    tasks = queries.set_up(request.actor)
    done = sum(task.state is TaskState.DONE for task in tasks)
    missing = [WORDS[task.key].title for task in tasks if task.is_needed and task.state is not TaskState.DONE]
    lead = ngettext("%(done)d of %(number)d task is done.", "%(done)d of %(number)d tasks are done.", len(tasks))
    return ui.render(
        request,
        "it_set_up",
        lead=lead % {"done": done, "number": len(tasks)},
        missing=missing,
        lines=[(task, MARKS[task.state], _said(task), WORDS[task.key]) for task in tasks],
    )


def _said(task: Task) -> str:
    words = WORDS[task.key]
    names = ", ".join(task.names) or "–"
    return str(words.done if task.state is TaskState.DONE else words.open).format(names=names)
