"""The posture of an organization: what is well, what isn't, and what mends it."""

import base64
import binascii
import datetime as dt
import enum
from collections.abc import Callable
from dataclasses import dataclass

from cryptography import x509
from django.db.models import Q

from keyhouse.domain.administration import queries as administration
from keyhouse.domain.connections import queries as connections
from keyhouse.domain.credentials import queries as credentials
from keyhouse.domain.email_domains.models import EmailDomain
from keyhouse.domain.insights import rules
from keyhouse.domain.insights.queries.figures import Figures, figures
from keyhouse.domain.insights.queries.people import administrators, without_second_factor
from keyhouse.domain.insights.rules import Figure
from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.organizations.models import Approvals
from keyhouse.domain.security_logs import queries as security_logs
from keyhouse.domain.sign_in.models import AccessToken
from keyhouse.foundation import clock
from keyhouse.foundation.permissions import Actor

SOON = dt.timedelta(days=30)
UNUSED = dt.timedelta(days=90)
NEW = dt.timedelta(days=30)
STALE_CHECK = dt.timedelta(days=2)


class Health(enum.StrEnum):
    """How a line of the posture stands."""

    WELL = "well"
    ATTENTION = "attention"
    DANGER = "danger"


@dataclass(frozen=True, kw_only=True)
class Point:
    """One line of the posture: its key, how it stands, how many things are wrong, and the first of them by name."""

    key: str
    health: Health
    number: int = 0
    names: tuple[str, ...] = ()


Look = Callable[[int, Figures], Point]


def posture(by: Actor) -> list[Point]:
    """Every line, in the order of the page. Raises NotAllowed."""
    known = figures(by)
    organization_id = by.organization_id or 0
    return [look(organization_id, known) for look in LOOKS]


def _some(key: str, names: list[str], health: Health = Health.ATTENTION) -> Point:
    found = Health.WELL if not names else health
    return Point(key=key, health=found, number=len(names), names=tuple(names[:5]))


def _count(key: str, number: int) -> Point:
    return Point(key=key, health=Health.ATTENTION if number else Health.WELL, number=number)


def _system_admins(organization_id: int, known: Figures) -> Point:
    names = [one.name for one in administration.system_admins(organization_id)[:6]]
    health = Health.WELL if len(names) > 1 else Health.DANGER
    return Point(key="system_admins", health=health, number=len(names), names=tuple(names[:5]))


def _break_glass(organization_id: int, known: Figures) -> Point:
    admins = administration.system_admins(organization_id)
    able = [one for one in admins if one.sign_in_method == "password" and one.managed_by_id is None]
    ready = [one.name for one in able if credentials.has_second_factor(one)]
    if ready:
        return Point(key="break_glass", health=Health.WELL, number=len(ready), names=tuple(ready[:5]))
    return Point(key="break_glass", health=Health.DANGER, names=tuple(one.name for one in able[:5]))


def _admins_without_factor(organization_id: int, known: Figures) -> Point:
    rows = administrators(organization_id).filter(without_second_factor(organization_id))
    return _some("admins_second_factor", [one.name for one in rows[:50]], Health.DANGER)


def _requirement(organization_id: int, known: Figures) -> Point:
    is_on = organizations.security_settings(organization_id).two_factor_required
    return Point(key="two_factor_requirement", health=Health.WELL if is_on else Health.ATTENTION)


def _approvals(organization_id: int, known: Figures) -> Point:
    is_off = organizations.security_settings(organization_id).approvals == Approvals.OFF
    return Point(key="approvals", health=Health.ATTENTION if is_off else Health.WELL)


def _certificates(organization_id: int, known: Figures) -> Point:
    now, ending, ended = clock.now(), [], []
    for connection in connections.sign_on_connections(organization_id):
        ends = [until for text in connection.saml.certificates if (until := end_of(text))] if connection.is_on else []
        if ends and max(ends) <= now:
            ended.append(connection.name)
        elif ends and min(ends) <= now + SOON:
            ending.append(connection.name)
    return _some("certificates", [*ended, *ending], Health.DANGER if ended else Health.ATTENTION)


def end_of(text: str) -> dt.datetime | None:
    """When a certificate in PEM or base64 ends; None for what is none."""
    body = "".join(line for line in text.splitlines() if not line.startswith("-----"))
    try:
        return x509.load_der_x509_certificate(base64.b64decode(body)).not_valid_after_utc
    except (ValueError, binascii.Error):
        return None


def _tokens(organization_id: int) -> Q:
    return Q(until=None) | Q(until__gt=clock.now())


def _unused_tokens(organization_id: int, known: Figures) -> Point:
    now = clock.now()
    idle = Q(last_used_at__lt=now - UNUSED) | Q(last_used_at=None, made_at__lt=now - NEW)
    rows = AccessToken.objects.of(organization_id).filter(_tokens(organization_id), idle).order_by("made_at")
    return _some("tokens_unused", [one.name for one in rows[:100]])


def _old_tokens(organization_id: int, known: Figures) -> Point:
    before = clock.now() - dt.timedelta(days=rules.OLD_KEY_DAYS)
    rows = AccessToken.objects.of(organization_id).filter(_tokens(organization_id), made_at__lt=before)
    return _some("tokens_old", [one.name for one in rows.order_by("made_at")[:100]])


def _domains(organization_id: int, known: Figures) -> Point:
    rows = EmailDomain.objects.of(organization_id).filter(state__in=["warning", "lapsed"]).order_by("name")
    found = list(rows)
    lapsed = any(one.state == "lapsed" for one in found)
    return _some("domains", [one.name for one in found], Health.DANGER if lapsed else Health.ATTENTION)


def _log_chain(organization_id: int, known: Figures) -> Point:
    last = security_logs.last_verified(organization_id)
    if last is not None and last.fault:
        return Point(key="log_chain", health=Health.DANGER, number=1, names=(last.fault,))
    is_fresh = last is not None and last.ended_at is not None and clock.now() - last.ended_at < STALE_CHECK
    return Point(key="log_chain", health=Health.WELL if is_fresh else Health.ATTENTION)


def _streams(organization_id: int, known: Figures) -> Point:
    names = [one.name for one in security_logs.failing_streams(organization_id)]
    return _some("streams", names, Health.DANGER)


def _open_integrations(organization_id: int, known: Figures) -> Point:
    names = [one.name for one in connections.open_integrations(organization_id)]
    return _some("integrations", names)


def _of_figure(key: str, figure: Figure) -> Look:
    return lambda organization_id, known: _count(key, known.number(figure))


LOOKS: tuple[Look, ...] = (
    _system_admins,
    _break_glass,
    _admins_without_factor,
    _of_figure("stale_admins", Figure.STALE_ADMINS),
    _requirement,
    _of_figure("second_factor", Figure.NO_SECOND_FACTOR),
    _approvals,
    _of_figure("not_activated", Figure.NOT_ACTIVATED),
    _of_figure("never_signed_in", Figure.NEVER_SIGNED_IN),
    _of_figure("locked", Figure.LOCKED),
    _domains,
    _certificates,
    _unused_tokens,
    _old_tokens,
    _open_integrations,
    _log_chain,
    _streams,
)
