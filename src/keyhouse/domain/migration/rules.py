"""Rules of the move to work accounts: which status shows, what may follow it, and what its color is."""

import datetime as dt
import enum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from keyhouse.domain.migration.models import MigrationStatus as MigrationStatus

MAY_BE_EXCLUDED = (
    MigrationStatus.NOT_STARTED, MigrationStatus.INVITED, MigrationStatus.OVERDUE, MigrationStatus.NEEDS_ATTENTION,
)  # fmt: skip
MOVED = (MigrationStatus.IN_TRANSITION, MigrationStatus.MIGRATED)
OVER = (MigrationStatus.MIGRATED, MigrationStatus.EXCLUDED)
IN_ORDER = (
    MigrationStatus.MIGRATED, MigrationStatus.IN_TRANSITION, MigrationStatus.ACTIVATED, MigrationStatus.INVITED,
    MigrationStatus.NOT_STARTED, MigrationStatus.OVERDUE, MigrationStatus.NEEDS_ATTENTION, MigrationStatus.EXCLUDED,
)  # fmt: skip
LABELS: dict[MigrationStatus, Promise] = {
    MigrationStatus.NOT_STARTED: _("Not started"),
    MigrationStatus.INVITED: _("Invited"),
    MigrationStatus.ACTIVATED: _("Activated"),
    MigrationStatus.IN_TRANSITION: _("In transition"),
    MigrationStatus.MIGRATED: _("Migrated"),
    MigrationStatus.OVERDUE: _("Overdue"),
    MigrationStatus.NEEDS_ATTENTION: _("Needs attention"),
    MigrationStatus.EXCLUDED: _("Excluded"),
}


class WhyExcluded(enum.StrEnum):
    """Why a personal login is no part of the migration."""

    EXTERNAL = "external"
    SERVICE_LOGIN = "service_login"
    LEAVING = "leaving"
    DUPLICATE = "duplicate"
    OTHER = "other"


REASONS: dict[str, Promise] = {
    WhyExcluded.EXTERNAL: _("External"),
    WhyExcluded.SERVICE_LOGIN: _("Login of a service"),
    WhyExcluded.LEAVING: _("Leaving"),
    WhyExcluded.DUPLICATE: _("Second login of the same person"),
    WhyExcluded.OTHER: _("Other"),
    "account_deactivated": _("Account deactivated"),
    "account_suspended": _("Account suspended"),
    "no_match": _("No work account matched"),
    "domain_unverified": _("Domain not verified"),
    "mail_bounced": _("Mail came back"),
    "last_full_control": _("Last full control of a portfolio"),
}


def shown(status: str, deadline: dt.datetime | None, now: dt.datetime) -> MigrationStatus:
    """The status at this moment: who was invited and let the deadline pass is overdue, before a job has said so."""
    found = MigrationStatus(status)
    late = found is MigrationStatus.INVITED and deadline is not None and deadline <= now
    return MigrationStatus.OVERDUE if late else found


def percent(part: int, whole: int) -> int:
    """How many of a hundred, rounded down, so that 100 means all."""
    return part * 100 // whole if whole else 0
