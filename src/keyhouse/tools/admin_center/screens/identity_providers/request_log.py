"""The tab Request log of an identity provider: what was asked, answered, changed and ignored."""

import json

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from keyhouse import ui
from keyhouse.domain.connections import queries
from keyhouse.domain.people import queries as people
from keyhouse.tools.admin_center.screens.identity_providers.connection import about

PAGE = 50
WORDS = [
    ("POST /Users", _("Create a person")),
    ("PUT /Users/", _("Replace a person")),
    ("PATCH /Users/", _("Change a person")),
    ("DELETE /Users/", _("Delete a person")),
    ("GET /Users/", _("Read a person")),
    ("GET /Users", _("Look people up")),
    ("POST /.search", _("Look people up")),
    ("GET /Groups", _("Look groups up")),
    ("GET /", _("Look at what is offered")),
]
KINDS = [("", _("All requests")), ("changes", _("Changes")), ("refused", _("Refused"))]


def index(request: ui.Request, connection: ui.Id) -> ui.Response:
    """The list, the newest first."""
    found = queries.provisioning_connection(request.actor, connection)
    text, kind = request.GET.get("q", "").replace("\x00", "").strip(), request.GET.get("show", "")
    cursor = ui.cursor_of(request)
    rows = queries.requests_of(
        found.organization_id, found.id, text=text, kind=kind, before=cursor[0] if cursor else None, limit=PAGE + 1
    )
    shown = ui.page_of(request, rows, PAGE, lambda row: [row.id])
    names = people.names(found.organization_id, [row.person_id for row in shown.rows if row.person_id])
    listed = [(row, _words(row.method, row.path), names.get(row.person_id or 0, "")) for row in shown.rows]
    return ui.render(
        request,
        "identity_providers/request_log",
        **about(request, found, "request_log"),
        page=shown,
        rows=listed,
        q=text,
        show=kind,
        kinds=KINDS,
    )


def detail(request: ui.Request, connection: ui.Id, entry: ui.Id) -> ui.Response:
    """One request with its body and its answer, secrets masked."""
    found = queries.provisioning_connection(request.actor, connection)
    row = queries.request(request.actor, found.id, entry)
    return ui.render(
        request,
        "identity_providers/request",
        **about(request, found, "request_log"),
        row=row,
        words=_words(row.method, row.path),
        person=people.names(found.organization_id, [row.person_id or 0]).get(row.person_id or 0, ""),
        body=_laid_out(row.body),
        answer=_laid_out(row.answer),
        back=reverse("admin_center:identity_provider_request_log", args=[found.id]),
    )


def _words(method: str, path: str) -> str:
    asked = f"{method} {path}"
    known = next((words for beginning, words in WORDS if asked.startswith(beginning)), None)
    return str(known) if known else asked[:60]


def _laid_out(text: str) -> str:
    try:
        return json.dumps(json.loads(text), indent=2, ensure_ascii=False) if text else ""
    except ValueError:
        return text
