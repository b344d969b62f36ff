"""What the tests of invitations share: an invitation as the action makes it, and its secret."""

from keyhouse.domain.invitations import actions, rules
from keyhouse.domain.invitations.models import Invitation
from keyhouse.domain.invitations.rules import Offer
from keyhouse.foundation import secrets
from keyhouse.foundation.addresses import address
from keyhouse.foundation.permissions import Actor, ActorKind, Strength


def invite(by, portfolio, email="erin@acme.example", **offer):
    """An invitation of an address that has an account already."""
    return actions.invite_person(by=by, portfolio=portfolio, address=address(email), offer=Offer(**offer))


def fresh(invitation):
    """The invitation as it stands now."""
    rows = Invitation.objects.of(invitation.organization_id)
    return rows.select_related("portfolio", "person", "invited_by", "portfolio__organization").get(id=invitation.id)


def secret_of(invitation):
    """The secret of the link, read from where it waits for its mail."""
    return secrets.decrypt(rules.LINK_PURPOSE, fresh(invitation).handle_encrypted)


def holding(invitation, **fields):
    """A visitor who holds the link of an invitation."""
    return Actor(kind=ActorKind.VISITOR, link=fresh(invitation).handle_hash, strength=Strength.LINK, **fields)
