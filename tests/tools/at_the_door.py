"""Everybody at every address: pages with their arguments filled in from the cast, and browsers of the cast."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Any

from django.test import Client
from django.urls import URLPattern

from keyhouse.domain.administration.models import Role, RoleHolder
from keyhouse.domain.connections.models import Connection, ProvisioningRequest
from keyhouse.domain.directory.models import SavedFilter
from keyhouse.domain.email_domains.events import DomainAdded
from keyhouse.domain.email_domains.models import EmailDomain
from keyhouse.domain.invitations.models import Invitation
from keyhouse.domain.people.models import Person
from keyhouse.domain.security_logs.models import LogStream
from keyhouse.domain.sign_in.models import AccessToken, Session, SignInAttempt
from keyhouse.foundation import clock, secrets
from keyhouse.foundation.audit import record
from keyhouse.foundation.long_work.models import LongWork, LongWorkRow
from keyhouse.foundation.permissions import Permission, Strength, operator_actor
from keyhouse.ui import cookies
from tests.architecture.test_routes import routes
from tests.cast import SYSTEM_ADMIN_PERMISSIONS, actor_of
from tests.domain.governance.asked import ask
from tests.domain.security_alerts.raising import raised
from tests.endpoints.saml.provider import make_connection
from tests.tools.between_organizations import between_organizations

ARGUMENT = re.compile(r"<(?:\w+:)?(\w+)>")


@dataclass(frozen=True, kw_only=True)
class Page:
    """One page of a tool."""

    address: str
    needs: Any

    @property
    def arguments(self) -> list[str]:
        """The names of what changes in the address."""
        return ARGUMENT.findall(self.address)

    def filled(self, things: dict[str, Any]) -> str | None:
        """The address with real ids, or None where the cast has no such thing."""
        if not set(self.arguments) <= set(things):
            return None
        return ARGUMENT.sub(lambda found: str(things[found.group(1)]), self.address)


def pages() -> list[Page]:
    """All pages that need somebody."""
    return [Page(address=address, needs=pattern.callback.needs) for address, pattern in routes() if is_closed(pattern)]


def is_closed(pattern: URLPattern) -> bool:
    """Whether a page needs a permission."""
    needs = getattr(pattern.callback, "needs", None)
    several = needs if isinstance(needs, list | tuple) else [needs]
    return all(isinstance(one, Permission) for one in several)


def things_of(cast: Any) -> dict[str, Any]:
    """An id of Acme's for each name that stands in an address."""
    acme = cast.acme
    return {
        "person": cast.ben.id,
        "domain": EmailDomain.objects.of(acme).get(name="acme-labs.example").id,
        "role": Role.objects.of(acme).get(code="system_admin").id,
        "holder": RoleHolder.objects.of(acme).get(person=cast.erin).id,
        "portfolio": cast.spring_campaign.id,
        "asset": cast.act_1001.id,
        "kind": "ad-accounts",
        "connection": cast.scim.id,
        "sign_on": sign_on_of(cast).id,
        "saved_filter": saved_filter_of(cast).id,
        "work": work_of(cast).id,
        "stream": stream_of(cast).id,
        **integration_of(cast),
        "provider": "okta",
        "login": cast.finn.id,
        "organization": acme.id,
        **cast.extra.setdefault("lines", {} if "lines" in cast.extra else lines_of(cast)),
        **cast.extra.setdefault("between", {} if "between" in cast.extra else between_organizations(cast)),
    }


def lines_of(cast: Any) -> dict[str, int]:
    """An id of Acme's of what is written along the way: a sign-in attempt, a SCIM request, an event, a token …"""
    acme, now = cast.acme, clock.now()
    attempts, requests = SignInAttempt.objects.of(acme), ProvisioningRequest.objects.of(acme)
    token, invitations = AccessToken.objects.of(acme), Invitation.objects.of(acme)
    attempt = attempts.create(
        connection=sign_on_of(cast), at=now, support_code="ABCD-EFGH", method="saml", outcome="signed_in"
    )
    entry = requests.create(connection=cast.scim, at=now, request_id="1", method="GET", path="/Users", status=200)
    invitation = invitations.create(
        portfolio=cast.spring_campaign,
        email="gil@acme.example",
        email_folded="gil@acme.example",
        made_at=now,
        until=now + dt.timedelta(days=30),
    )
    made = token.create(kind="provisioning", holder_id=cast.scim.id, name="Okta", secret_hash="0" * 64, made_at=now)
    event = record(DomainAdded(domain="acme-labs.example"), by=operator_actor(acme.id), on=acme)
    return {
        "attempt": attempt.id, "entry": entry.id, "invitation": invitation.id, "token": made.id, "event": event,
        "alert": raised(cast).id,
        "approval": ask(actor_of(cast.erin, permissions=SYSTEM_ADMIN_PERMISSIONS), cast).id,
    }  # fmt: skip


def integration_of(cast: Any) -> dict[str, int]:
    """An integration of Acme, and a token of it."""
    rows, now = Connection.objects.of(cast.acme), clock.now()
    made, _new = rows.get_or_create(
        kind="integration", name="shop", defaults={"state": "active", "made_at": now, "organization_id": cast.acme.id}
    )
    tokens = AccessToken.objects.of(cast.acme)
    token = tokens.filter(holder_id=made.id).first() or tokens.create(
        kind="integration", holder_id=made.id, name="shop", secret_hash="1" * 64, made_at=now
    )
    return {"integration": made.id, "integration_token": token.id}


def stream_of(cast: Any) -> LogStream:
    """A stream of Acme's log."""
    rows = LogStream.objects.of(cast.acme)
    return rows.first() or rows.create(name="Archive", kind="file", made_at=clock.now())


def saved_filter_of(cast: Any) -> SavedFilter:
    """A filter of the directory that Ada saved."""
    found, _ = SavedFilter.objects.of(cast.acme).get_or_create(
        owner=cast.ada,
        page="people",
        name_folded="leavers",
        defaults={"organization": cast.acme, "name": "Leavers", "query": "q=x", "made_at": clock.now()},
    )
    return found


def sign_on_of(cast: Any) -> Connection:
    """Acme's sign-on connection."""
    found = Connection.objects.of(cast.acme).filter(kind="saml").first()
    return found or make_connection(cast, "Okta sign-on")


def work_of(cast: Any) -> LongWork:
    """Something that Ada did to Ben."""
    now = clock.now()
    found = LongWork.objects.of(cast.acme).create(
        kind="bulk.sign_out", title="Force sign-out", actor_id=cast.ada.id, total=1, asked_at=now, moved_at=now
    )
    LongWorkRow.objects.of(cast.acme).create(work=found, position=0, subject_id=cast.ben.id, label=cast.ben.email)
    return found


def session_of(person: Person, **facts: Any) -> str:
    """The secret of a session of this person, who has signed in with two factors."""
    now, secret = clock.now(), secrets.new_handle()
    rows = Session.objects.of(person.organization_id) if person.organization_id else Session.objects.of_nobody()
    defaults = {"method": "password", "strength": Strength.TWO_FACTORS, "until": now + dt.timedelta(hours=8)}
    times = {"made_at": now, "proved_at": now, "last_used_at": now}
    rows.create(person=person, secret_hash=secret.hash, **{**defaults, **times, **facts})
    return secret.text


def browser_of(person: Person, **facts: Any) -> Client:
    """A browser in which this person has signed in with two factors; `facts` are columns of her session."""
    client = Client(raise_request_exception=False)
    client.cookies[cookies.full_name(cookies.SESSION)] = session_of(person, **facts)
    return client


def tried(client: Client, address: str) -> Any:
    """The answer to opening an address, or to posting to it where it only takes posts."""
    answer = client.get(address)
    return client.post(address) if answer.status_code == 405 else answer
