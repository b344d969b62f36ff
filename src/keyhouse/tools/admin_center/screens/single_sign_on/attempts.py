"""The sign-in attempts at a connection: each with its support code, every check, and what was received."""

from typing import Any

from keyhouse import ui
from keyhouse.domain.connections import queries
from keyhouse.domain.connections.errors import SignOnConnectionNotFound
from keyhouse.domain.sign_in import queries as sign_in
from keyhouse.foundation import ids
from keyhouse.tools.admin_center.screens.single_sign_on.words import checks_of, received_of

SHOWN = 50


def attempts(request: ui.Request, sign_on: ui.Id) -> ui.Response:
    """The attempts of the last 30 days, the newest first; a support code finds one."""
    found = queries.sign_on_connection(request.actor, sign_on)
    code, before = request.GET.get("code", ""), ids.parse(request.GET.get("before", ""))
    every = sign_in.attempts_at(found, code)
    rows = list((every.filter(id__lt=before) if before else every)[: SHOWN + 1])
    more = f"?before={rows[SHOWN - 1].id}" if len(rows) > SHOWN else ""
    context: dict[str, Any] = {"connection": found, "rows": rows[:SHOWN], "more": more, "code": code}
    return ui.render(request, "single_sign_on/attempts", **context)


def attempt(request: ui.Request, sign_on: ui.Id, attempt: ui.Id) -> ui.Response:
    """One attempt: every check in the order of the specification, and what the identity provider sent."""
    found = queries.sign_on_connection(request.actor, sign_on)
    shown = sign_in.attempt(found, attempt)
    if shown is None:
        raise SignOnConnectionNotFound()
    context: dict[str, Any] = {"attempt": shown, "checks": checks_of(shown), "received": received_of(shown)}
    return ui.render(request, "single_sign_on/attempt", connection=found, **context)
