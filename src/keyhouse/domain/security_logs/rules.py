"""Pure rules of the security log: where a stream may lead, when it is tried again, what is old enough to go."""

import calendar
import datetime as dt
import ssl
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from keyhouse.domain.security_logs.errors import WrongAddress, WrongCertificate
from keyhouse.domain.security_logs.models import LogStream, LogVerification, StreamState
from keyhouse.foundation import secrets
from keyhouse.foundation.audit.streaming import Destination, Kind
from keyhouse.foundation.audit.streaming.syslog import place_of
from keyhouse.foundation.outbound import Unreachable, rules

__all__ = ["Kind", "LogStream", "LogVerification", "StreamSetup", "StreamState"]

PURPOSE = "secret of a log stream"
PREFIX = "kh_log_"
MOST_STREAMS = 10
FIRST_PAUSE, LONGEST_PAUSE = dt.timedelta(seconds=10), dt.timedelta(minutes=15)
TOLD_AFTER = dt.timedelta(minutes=10)
LEAST_MONTHS, MOST_MONTHS = 3, 120
AT_ONCE = 5_000  # so many lines are verified while one waits


@dataclass(frozen=True, kw_only=True)
class StreamSetup:
    """What an administrator says about a stream; `certificate` is PEM of authorities that syslog is trusted by."""

    name: str
    kind: Kind
    address: str = ""
    certificate: str = ""


def checked(setup: StreamSetup) -> StreamSetup:
    """The same in its one form. Raises WrongAddress, WrongCertificate."""
    name = " ".join(setup.name.split())[:100]
    if setup.kind is Kind.FILE:
        return StreamSetup(name=name, kind=setup.kind)
    address = setup.address.strip()
    try:
        if setup.kind is Kind.WEBHOOK:
            rules.parse(address)
            return StreamSetup(name=name, kind=setup.kind, address=address)
        host, port = place_of(address)
        rules.parse(f"https://[{host}]:{port}" if ":" in host else f"https://{host}:{port}")
    except (Unreachable, ValueError) as error:
        reason = error.facts["reason"] if isinstance(error, Unreachable) else _("it isn't written as host:port")
        raise WrongAddress(address=address, reason=reason) from error
    return StreamSetup(name=name, kind=setup.kind, address=address, certificate=_certificate(setup.certificate))


def _certificate(text: str) -> str:
    text = text.strip()
    if text:
        try:
            ssl.create_default_context().load_verify_locations(cadata=text)
        except (ssl.SSLError, ValueError) as error:
            raise WrongCertificate(certificate=text[:40]) from error
    return text


def destination_of(stream: LogStream) -> Destination:
    """Where a stream leads, with its secret in plain. Raises secrets.Unreadable after a lost key."""
    secret = secrets.decrypt(PURPOSE, stream.secret_encrypted) if stream.secret_encrypted else ""
    return Destination(
        kind=Kind(stream.kind),
        stream_id=stream.id,
        organization_id=stream.organization_id,
        address=stream.address,
        secret=secret,
        certificate=stream.certificate,
    )


def place_shown(stream: LogStream) -> str:
    """Where a stream leads, without what may be secret in the path of a webhook."""
    if stream.kind == Kind.WEBHOOK:
        return rules.parse(stream.address).place
    return stream.address if stream.kind == Kind.SYSLOG else str(_("a file of the server"))


def pause_after(failures: int) -> dt.timedelta:
    """How long a stream waits after so many failures in a row: doubling from ten seconds to a quarter of an hour."""
    return min(FIRST_PAUSE * 2 ** min(failures - 1, 20), LONGEST_PAUSE)


def months_before(moment: dt.datetime, months: int) -> dt.datetime:
    """The same day and time so many months earlier, or the last day of that month."""
    count = moment.year * 12 + moment.month - 1 - months
    year, month = count // 12, count % 12 + 1
    return moment.replace(year=year, month=month, day=min(moment.day, calendar.monthrange(year, month)[1]))
