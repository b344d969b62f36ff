"""Export lines of the security log."""

from django.db import transaction

from keyhouse.domain.administration.events import LogExported
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.audit import record
from keyhouse.foundation.audit.event import Line
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of

MOST = 10_000


@transaction.atomic
def export_log(*, by: Actor, wanted: audit.Wanted, text: str = "") -> list[Line]:
    """Return the newest lines that were asked for, 10,000 at most; the export itself stands in the log.

    Raises NotAllowed.
    """
    authorize(by, Permission.LOGS_MANAGE, on=facts_of(by.organization_id))

    lines = audit.found(by.organization_id, wanted, text=text, limit=MOST)

    record(LogExported(count=len(lines)), by=by)
    return lines
