"""Cancel the invitations to a person and let those she sent be reviewed: a step of leaving."""

from django.db import transaction
from django.db.models import Q

from keyhouse.domain.invitations.events import InvitationsEnded
from keyhouse.domain.invitations.models import WAITING, Invitation, InvitationState
from keyhouse.domain.people.models import Person
from keyhouse.domain.people.queries import facts_of_person
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize

REASON = "an address is invited by portfolios of any organization"
LEFT = "account_deactivated"


@transaction.atomic
def end_invitations(*, by: Actor, person: Person) -> tuple[int, int]:
    """Cancel what waits for a person and send what she sent to review; answers how many of each. Raises NotAllowed."""
    authorize(by, Permission.INVITATIONS_CHANGE, on=facts_of_person(person))

    waiting = Invitation.objects.everywhere(reason=REASON).filter(state__in=WAITING)
    hers = Q(person=person) | Q(email_folded=person.email_folded, kind=person.kind)
    canceled = waiting.filter(hers).update(
        state=InvitationState.CANCELED, reason=LEFT, ended_at=clock.now(), handle_hash="", handle_encrypted=""
    )
    reviewed = (
        waiting.filter(invited_by=person)
        .exclude(state=InvitationState.REVIEW)
        .update(state=InvitationState.REVIEW, reason="inviter_left", handle_hash="", handle_encrypted="")
    )
    if not canceled and not reviewed:
        return 0, 0

    record(InvitationsEnded(email=person.email, canceled=canceled, reviewed=reviewed), by=by, on=person)
    return canceled, reviewed
