"""Change of whom a second factor is required, from when on, and by which methods."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from keyhouse.domain.organizations import queries, rules
from keyhouse.domain.organizations.errors import UnknownFactorMethod
from keyhouse.domain.organizations.events import TwoFactorRequirementEnded, TwoFactorRulesChanged
from keyhouse.domain.organizations.models import FactorMethod, SecuritySettings
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of, require_fresh


@transaction.atomic
def change_two_factor_rules(*, by: Actor, wanted: Mapping[str, Any]) -> SecuritySettings:
    """Set the named rules of the actor's organization; the days of grace begin anew when more people are asked.

    The authenticator app always stays allowed. Raises NotAllowed, NeedsFreshSignIn, NeedsApproval, OutOfRange,
    UnknownFactorMethod.
    """
    authorize(by, Permission.TWO_FACTOR_MANAGE, on=facts_of(by.organization_id))
    require_fresh(by, within=queries.fresh_within(by.organization_id))

    settings = queries.locked_security_settings(by.organization_id or 0)
    methods = [one.value for one in FactorMethod if one in {FactorMethod.AUTHENTICATOR, *_methods(wanted, settings)}]
    changes = rules.changed(settings, {**wanted, "two_factor_methods": methods}, rules.TWO_FACTOR)
    if broken := rules.why_not(changes):
        raise broken

    ends = rules.ends_two_factor(settings, changes)
    if ends:
        queries.require_second_admin(
            by=by, deed=rules.Deed.END_TWO_FACTOR, organization=settings.organization_id,
            arguments={"wanted": dict(wanted)}, summary=[one.line for one in changes],
        )  # fmt: skip

    was_asked = settings.asks_everyone
    for one in changes:
        setattr(settings, one.name, one.after)
    if settings.asks_everyone and not was_asked:
        settings.two_factor_since = clock.now()
    settings.save(update_fields=[*(one.name for one in changes), "two_factor_since"])

    if changes:
        event = TwoFactorRequirementEnded if ends else TwoFactorRulesChanged
        record(event(changes=[one.sentence for one in changes]), by=by)
    return settings


def _methods(wanted: Mapping[str, Any], settings: SecuritySettings) -> list[str]:
    """The methods that are asked for, or those of now. Raises UnknownFactorMethod."""
    methods = list(wanted.get("two_factor_methods", settings.two_factor_methods))
    known = {one.value for one in FactorMethod}
    if unknown := next((one for one in methods if one not in known), None):
        raise UnknownFactorMethod(method=str(unknown)[:40])
    return methods
