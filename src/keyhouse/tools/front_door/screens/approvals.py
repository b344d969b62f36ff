"""Stopping what an administrator asked for alone: the address changes nothing until its button is pressed."""

from typing import Any

from keyhouse import ui
from keyhouse.domain.governance import actions, queries
from keyhouse.domain.governance.errors import ApprovalClosed, NoSuchApproval
from keyhouse.domain.organizations.rules import Deed
from keyhouse.foundation import secrets
from keyhouse.ui import Request, Response
from keyhouse.ui.visitors import visitor_of


def stop(request: Request, secret: str) -> Response:
    """Say what will happen by itself, and stop it when the button is pressed."""
    handle_hash = secrets.hash_of(secret)
    try:
        found = queries.stop_link(handle_hash)
        context: dict[str, Any] = {
            "approval": found,
            "deed": Deed(found.deed).label,
            "organization": found.organization,
        }
        if request.method == "POST":
            actions.stop(by=visitor_of(request, link=handle_hash), approval=found)
            return ui.render(request, "approvals/stopped", **context)
    except (NoSuchApproval, ApprovalClosed):
        return ui.render(request, "approvals/over", status=410)
    return ui.render(request, "approvals/stop", **context)
