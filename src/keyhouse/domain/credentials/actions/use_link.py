"""Use up a single-use link."""

from django.db import transaction

from keyhouse.domain.credentials import queries
from keyhouse.domain.credentials.events import LinkWasUsed
from keyhouse.domain.credentials.models import PersonLink
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize
from keyhouse.foundation.tenancy import rows_of


@transaction.atomic
def use_link(*, by: Actor, link: PersonLink) -> None:
    """Mark a link as used; of two who come at once, one is refused.

    Raises NotAllowed, LinkUsed, LinkExpired, LinkReplaced, LinkNotFound.
    """
    authorize(by, Permission.LINK_USE, on=queries.facts_of_link(link))

    rows = rows_of(PersonLink, link.organization_id)
    now = rows.select_for_update(of=("self",)).select_related("person").get(id=link.id)
    if reason := queries.why_not_good(now):
        raise reason

    rows.filter(id=link.id).update(used_at=clock.now(), handle_encrypted="")

    record(LinkWasUsed(email=now.person.email, purpose=now.purpose), by=by, on=now.person)
