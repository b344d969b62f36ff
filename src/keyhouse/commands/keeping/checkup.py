"""The check-up: everything that can be seen to be wrong, each with what to do about it."""

import shutil
import smtplib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.conf import settings
from django.db import DatabaseError, connection

from keyhouse.commands.keeping import samples
from keyhouse.commands.running import faults, tables
from keyhouse.domain.organizations import queries as organizations
from keyhouse.foundation import clock, secrets
from keyhouse.foundation.audit import verifying
from keyhouse.foundation.jobs import queries as jobs

LEAST_SPACE = 200 * 1024 * 1024
LONGEST_WAIT = 300


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One thing that was looked at: well or not, what was found, and what to do."""

    subject: str
    well: bool
    found: str
    remedy: str = ""


def look() -> list[Finding]:
    """Look at settings, database, key, tokens, log, jobs, mail and disk; without a database the rest is left out."""
    findings = [*_settings()]
    database = _database()
    findings.append(database)
    if database.well:
        for part in (_tables, _key, _tokens, _log, _jobs):
            findings.append(_safely(part))
    return [*findings, _mail(), _disk()]


def _settings() -> Iterator[Finding]:
    found = faults.of_settings()
    yield from (Finding(subject="settings", well=False, found=fault, remedy="Change the setting.") for fault in found)
    if not found:
        yield Finding(subject="settings", well=True, found=f"base address {settings.KEYHOUSE.base_url}")


def _database() -> Finding:
    try:
        connection.ensure_connection()
    except DatabaseError as error:
        words = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        remedy = "Start the database, or correct KEYHOUSE_DATABASE_URL."
        return Finding(subject="database", well=False, found=words, remedy=remedy)
    return Finding(subject="database", well=True, found=connection.display_name)


def _safely(part: Callable[[], Finding]) -> Finding:
    try:
        return part()
    except DatabaseError as error:
        words = str(error).strip().splitlines()[0]
        return Finding(subject=part.__name__.strip("_"), well=False, found=words, remedy="Run keyhouse migrate.")


def _tables() -> Finding:
    count = tables.missing()
    found = f"{count} migrations are missing" if count else "up to date"
    return Finding(subject="tables", well=not count, found=found, remedy="Run keyhouse migrate.")


def _key() -> Finding:
    """Whether what was encrypted here can be read with the present keys: tried on one value of each kind."""
    stale = False
    for purpose, value in samples.encrypted():
        try:
            stale = secrets.renewed(purpose, value) is not None or stale
        except secrets.Unreadable:
            remedy = "Set KEYHOUSE_SECRET_KEY, or KEYHOUSE_SECRET_KEY_OLD while rotating, to the key of this database."
            return Finding(subject="key", well=False, found=f"the secret key doesn't open {purpose}", remedy=remedy)
    return Finding(
        subject="key", well=True, found="opens what is encrypted" + (", some by the old key" if stale else "")
    )


ORPHANS = """
    SELECT COUNT(*) FROM sign_in_accesstoken AS token
    WHERE NOT EXISTS (SELECT 1 FROM connections_connection AS one WHERE one.id = token.holder_id)
      AND NOT EXISTS (SELECT 1 FROM system_users_systemuser AS one WHERE one.id = token.holder_id)
"""


def _tokens() -> Finding:
    """Whether every token has a holder: the column is no foreign key, as holders are of several kinds."""
    with connection.cursor() as cursor:
        cursor.execute(ORPHANS)
        count = cursor.fetchone()[0]
    found = f"{count} tokens belong to nobody that exists" if count else "each has its holder"
    return Finding(subject="tokens", well=not count, found=found, remedy="They open nothing; delete the rows.")


def _log() -> Finding:
    """Whether the chain of every audit log holds."""
    owners = [None, *organizations.every_id()]
    verdicts = [(owner, verifying.examine(owner)) for owner in owners]
    breaks = [(owner, verdict.broken) for owner, verdict in verdicts if verdict.broken]
    if not breaks:
        events = sum(verdict.events for _, verdict in verdicts)
        return Finding(subject="audit log", well=True, found=f"{len(owners)} chains hold, {events} events")
    places = [f"{_log_of(owner)}, block {one.block}{_line_of(one)}: {one.reason}" for owner, one in breaks]
    place = "; ".join(places)
    remedy = "Compare with a backup: someone changed the database outside Keyhouse."
    return Finding(subject="audit log", well=False, found=place, remedy=remedy)


def _log_of(owner: int | None) -> str:
    return f"organization {owner}" if owner else "the installation's log"


def _line_of(broken: verifying.Break) -> str:
    """The number and the id of the first event that doesn't hold, as far as there is one."""
    number = f", line {broken.sequence}" if broken.sequence is not None else ""
    return number + (f" (event {broken.event_id})" if broken.event_id is not None else "")


def _jobs() -> Finding:
    backlog = jobs.backlog()
    late = backlog.oldest is not None and (clock.now() - backlog.oldest).total_seconds() > LONGEST_WAIT
    found = f"{backlog.waiting} waiting, {backlog.running} running, {backlog.dead} given up"
    if late:
        return Finding(subject="jobs", well=False, found=found, remedy="No worker runs: start keyhouse worker.")
    if backlog.dead:
        last = jobs.dead()[0]
        words = f"{found}; the last one was {last.name}: {last.last_error}"
        return Finding(subject="jobs", well=False, found=words, remedy="Mend the cause; keyhouse doctor --retry-jobs.")
    return Finding(subject="jobs", well=True, found=found)


def _mail() -> Finding:
    if not settings.KEYHOUSE.smtp_url:
        return Finding(subject="mail", well=True, found="no mail server is set: mail is kept in the database")
    from keyhouse.foundation.mail import sending

    try:
        server = sending.server()
        server.timeout = 5
        server.open()
        server.close()
    except (OSError, smtplib.SMTPException, ValueError) as error:
        found = f"{type(error).__name__}: the mail server doesn't accept us"
        return Finding(subject="mail", well=False, found=found, remedy="Correct KEYHOUSE_SMTP_URL.")
    return Finding(subject="mail", well=True, found="the mail server answers")


def _disk() -> Finding:
    free = shutil.disk_usage(settings.KEYHOUSE.data).free
    found = f"{free // 1024**2} MB free in {settings.KEYHOUSE.data}"
    return Finding(subject="disk", well=free > LEAST_SPACE, found=found, remedy="Make room; writes are refused soon.")
