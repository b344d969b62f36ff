"""Export lines of the security log."""

import dataclasses
from collections.abc import Iterator

from django.db import transaction

from keyhouse.domain.security_logs.events import LogExported
from keyhouse.foundation import clock
from keyhouse.foundation.audit import reading, record
from keyhouse.foundation.audit.asking import Wanted
from keyhouse.foundation.audit.event import Line
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of

EVERYTHING = "all lines"


@transaction.atomic
def export_log(*, by: Actor, wanted: Wanted, format: str, described: str = "") -> Iterator[Line]:
    """Give every line until now that was asked for, the newest first, read while it is written out.

    The export itself stands in the log, with the filters as `described`. Raises NotAllowed.
    """
    authorize(by, Permission.LOGS_MANAGE, on=facts_of(by.organization_id))

    now = clock.now()
    until = min(wanted.until, now) if wanted.until else now
    lines = reading.every(by.organization_id, dataclasses.replace(wanted, until=until))

    record(LogExported(format=format, lines=described or EVERYTHING), by=by)
    return lines
