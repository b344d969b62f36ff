"""A deed that needs another administrator: the page that says so, and the signed words in which it is asked for."""

from typing import Any
from urllib.parse import urlsplit

from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from keyhouse.domain.organizations.errors import NeedsApproval
from keyhouse.ui.requests import local_path, wants_fragment
from keyhouse.ui.responses import draw

SALT = "keyhouse.ui.approval"
LASTS = 3600
ASKING = "admin_center:approval_asking"


def needs_approval(request: HttpRequest, refused: NeedsApproval) -> HttpResponse:
    """Answer a deed that waits for another administrator: what it changes, and the button that asks for approval."""
    asked = {"deed": str(refused.deed), "arguments": refused.arguments, "changes": refused.summary}
    return draw(
        request,
        "ui/errors/needs_approval.html",
        status=403,
        dialog_layout=f"ui/layouts/dialog_{'alone' if wants_fragment(request) else 'page'}.html",
        reason=str(refused),
        code=refused.code,
        changes=refused.summary,
        asked=signing.dumps({**asked, "of": _owner(request)}, salt=SALT, compress=True),
        address=reverse(ASKING),
        back=local_path(urlsplit(request.headers.get("Referer", "")).path),
    )


def read(request: HttpRequest, token: str) -> dict[str, Any] | None:
    """What a page of the last hour offered this person to ask for; None for anything else."""
    try:
        found = signing.loads(token, salt=SALT, max_age=LASTS)
    except signing.BadSignature:
        return None
    return found if isinstance(found, dict) and found.get("of") == _owner(request) else None


def _owner(request: HttpRequest) -> str:
    actor = getattr(request, "actor", None)
    return f"{actor.person_id} {actor.organization_id}" if actor else ""
