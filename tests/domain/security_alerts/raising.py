"""Alerts of Acme, as the system raises them."""

from keyhouse.domain.security_alerts import actions
from keyhouse.domain.security_alerts.rules import AlertKind
from keyhouse.foundation.permissions import system_actor


def raised(cast, kind=AlertKind.ACCOUNT_LOCKED, about=None, **more):
    """Raise an alert about Ben, or about another thing."""
    about = cast.ben.id if about is None else about
    by, facts = system_actor(cast.acme.id), more.pop("facts", {})
    return actions.raise_alert(by=by, organization_id=cast.acme.id, kind=kind, about=about, facts=facts, **more)
