"""What stands between Acme and other organizations, for the addresses that hold it: releases, relationships, guests."""

from __future__ import annotations

import datetime as dt
from typing import Any

from keyhouse.domain.domain_ownership.models import DomainRelease
from keyhouse.domain.email_domains.models import DomainLink, EmailDomain
from keyhouse.domain.invitations.models import Invitation
from keyhouse.domain.relationships.models import ExternalRelationship, Guest
from keyhouse.foundation import clock, secrets
from tests.cast import make_domain
from tests.domain.relationships.related import make_guest, make_offer, make_relationship

TRUST_LINK = "trust-link-of-ada-in-tests"


def between_organizations(cast: Any) -> dict[str, Any]:
    """An id of each thing, and the secret of a link that was mailed to Ada."""
    acme, now = cast.acme, clock.now()
    labs = EmailDomain.objects.of(acme).get(name="acme-labs.example")
    rivals = EmailDomain.objects.of(cast.rival).filter(name="acme.example").first()
    release = DomainRelease.objects.of(cast.rival).create(
        partner_organization=acme, domain=rivals or make_domain(cast.rival, "acme.example", "claimed"),
        name="acme.example", asked_at=now,
    )  # fmt: skip
    DomainLink.objects.of(acme).create(
        domain=labs, purpose="trust", address=cast.ada.email, person_id=cast.ada.id, made_at=now,
        handle_hash=secrets.hash_of(TRUST_LINK), until=now + dt.timedelta(hours=24),
    )  # fmt: skip
    held = Invitation.objects.of(acme).create(
        portfolio=cast.press, email="kim@acme-labs.example", email_folded="kim@acme-labs.example", state="held",
        made_at=now, until=now + dt.timedelta(days=30),
    )  # fmt: skip
    known = ExternalRelationship.objects.of(acme).first()
    relationship = known or make_relationship(acme, cast.brightside)
    return {
        "release": release.id, "secret": TRUST_LINK, "held": held.id, "relationship": relationship.id,
        "guest": guest_of(cast, relationship).id, "offer": make_offer(acme, None).id,
    }  # fmt: skip


def guest_of(cast: Any, relationship: Any) -> Guest:
    """Cleo, whom Brightside has added and Acme hasn't let in yet."""
    known = Guest.objects.of(cast.acme).filter(relationship=relationship).first()
    return known or make_guest(relationship, cast.cleo, "requested")
