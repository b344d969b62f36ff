"""Questions about single invitations."""

from keyhouse.domain.email_domains import queries as email_domains
from keyhouse.domain.email_domains.models import VERIFIED, DomainState
from keyhouse.domain.invitations import rules
from keyhouse.domain.invitations.errors import InvitationOver, NoSuchInvitation
from keyhouse.domain.invitations.models import WAITING, Invitation, InvitationState
from keyhouse.domain.people.models import Person, PersonKind
from keyhouse.domain.portfolios import queries as portfolios
from keyhouse.domain.portfolios.models import Access, Portfolio
from keyhouse.foundation import clock, secrets
from keyhouse.foundation.permissions import Facts

RELATED = ("portfolio", "portfolio__organization", "person", "invited_by")


def by_link(secret: str) -> Invitation:
    """The invitation that this link was made for, whatever has become of it. Raises NoSuchInvitation."""
    return by_hash(secrets.hash_of(secret) if secret else "")


def by_hash(handle_hash: str) -> Invitation:
    """The invitation whose link has this hash, whatever has become of it. Raises NoSuchInvitation."""
    rows = Invitation.objects.everywhere(reason="a link names its invitation in whatever organization")
    found: Invitation | None = (
        rows.select_related(*RELATED, "person__organization").filter(handle_hash=handle_hash).first()
        if handle_hash
        else None
    )
    if found is None:
        raise NoSuchInvitation()
    return found


def invitation(portfolio: Portfolio, identifier: int) -> Invitation:
    """The invitation with this id in a portfolio. Raises NoSuchInvitation."""
    rows = Invitation.objects.of(portfolio.organization_id).select_related(*RELATED)
    found: Invitation | None = rows.filter(portfolio=portfolio, id=identifier).first()
    if found is None:
        raise NoSuchInvitation()
    return found


def locked(portfolio: Portfolio, identifier: int) -> Invitation:
    """The same with its row locked until the transaction ends, and read anew."""
    rows = Invitation.objects.of(portfolio.organization_id).select_for_update(of=("self",)).select_related(*RELATED)
    found: Invitation | None = rows.filter(portfolio=portfolio, id=identifier).first()
    if found is None:
        raise NoSuchInvitation()
    return found


def locked_waiting(portfolio: Portfolio, identifier: int) -> Invitation:
    """The same, when it still waits to be accepted, sent or approved. Raises NoSuchInvitation, InvitationOver."""
    found = locked(portfolio, identifier)
    if found.state not in WAITING or found.until <= clock.now():
        raise InvitationOver(portfolio=portfolio.name, state=shown_state(found))
    return found


def shown_state(of: Invitation) -> str:
    """What has become of an invitation, in words; one whose time has passed is expired, tidied or not."""
    if of.state in WAITING and of.until <= clock.now():
        return InvitationState.EXPIRED.value
    return str(of.state).replace("_", " ")


def facts_for(of: Invitation) -> Facts:
    """What permissions about an invitation are decided on: its link, and the address it was made for."""
    return Facts(
        organization_id=of.organization_id,
        person_id=of.person_id,
        portfolio_id=of.portfolio_id,
        link=of.handle_hash,
        address=of.email_folded,
    )


def path_of(secret: str) -> str:
    """The path of the page that an invitation's link opens."""
    return f"/invitations/{secret}"


def waiting_of(person: Person) -> list[Invitation]:
    """The invitations that a person may accept now, in whatever organization."""
    rows = Invitation.objects.everywhere(reason="a person sees her own invitations in every organization")
    found = rows.filter(
        email_folded=person.email_folded,
        kind=person.kind,
        state=InvitationState.PENDING,
        until__gt=clock.now(),
    )
    return list(found.select_related(*RELATED).order_by("-id"))


def held_for(organization_id: int, domain: str, *, include_subdomains: bool = False) -> list[Invitation]:
    """The invitations that wait for this domain to be verified."""
    rows = Invitation.objects.of(organization_id).filter(state=InvitationState.HELD, until__gt=clock.now())
    found = list(rows.select_related(*RELATED).order_by("id"))
    ends = (f"@{domain}", *((f".{domain}",) if include_subdomains else ()))
    return [one for one in found if one.email_folded.endswith(ends)]


def why_in_review(of: Invitation) -> str:
    """Why an invitation needs another look before it is accepted, or an empty text: checked again at acceptance."""
    inviter = portfolios.place_of(of.portfolio, of.invited_by_id) if of.invited_by_id else None
    if of.invited_by_id and (inviter is None or inviter.level != Access.FULL):
        return "the inviter has no full control any more"
    if of.invited_by and of.invited_by.state != "active":
        return "the inviter's account isn't active any more"
    person = of.person
    is_guest = person is not None and person.organization_id not in (None, of.organization_id)
    if of.kind == PersonKind.WORK and not is_guest:
        domain = email_domains.domain_of(of.email_folded, of.organization_id)
        if domain is None or domain.state not in (*VERIFIED, DomainState.TRUSTED):
            return "the domain of the address isn't verified any more"
    return ""


def can_be_accepted(of: Invitation) -> bool:
    """Whether an invitation waits for its addressee and its time has not passed."""
    return not rules.is_over(of, clock.now())
