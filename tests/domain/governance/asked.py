"""Requests as administrators make them: Ada asks to make somebody System admin."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Any

import time_machine

from keyhouse.domain.administration import queries as administration
from keyhouse.domain.administration.models import RoleHolder
from keyhouse.domain.governance import actions
from keyhouse.domain.governance.models import Approval
from keyhouse.foundation import clock
from keyhouse.foundation.permissions import Actor
from tests.cast import Cast


def wanted(cast: Cast, *people: Any) -> dict[str, Any]:
    """The arguments of making these people System admin."""
    role = administration.system_admin_role(cast.acme)
    return {"role": str(role.id), "people": [str(one.id) for one in people], "groups": [], "until": "", "allow": False}


def ask(by: Actor, cast: Cast, *people: Any, reason: str = "") -> Approval:
    """Ask that these people become System admins."""
    return actions.ask_approval(
        by=by, deed="assign_system_admin", arguments=wanted(cast, *people or (cast.ben,)), reason=reason
    )


def alone(cast: Cast) -> None:
    """Ada is the only System admin of Acme."""
    RoleHolder.objects.of(cast.acme).filter(person=cast.erin).delete()


def later(**time: float) -> Any:
    """The same world some time later."""
    return time_machine.travel(clock.now() + dt.timedelta(**time), tick=False)


def without(actor: Actor, *permissions: Any) -> Actor:
    """The same actor with fewer permissions."""
    return dataclasses.replace(actor, permissions=actor.permissions - set(permissions))


def again(approval: Approval) -> Approval:
    """A request as the table has it now."""
    return Approval.objects.of(approval.organization_id).get(id=approval.id)
