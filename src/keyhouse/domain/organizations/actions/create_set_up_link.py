"""Make the one-time link that leads through the set-up."""

from django.db import transaction

from keyhouse.domain.organizations import queries, rules
from keyhouse.domain.organizations.errors import AlreadySetUp
from keyhouse.domain.organizations.events import SetUpLinkCreated
from keyhouse.domain.organizations.models import SetUpLink
from keyhouse.foundation import clock, secrets
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def create_set_up_link(*, by: Actor) -> str:
    """Make the link that sets up an installation without an organization; links made before it end.

    The secret that comes back is shown once and kept hashed. Raises NotAllowed, AlreadySetUp.
    """
    authorize(by, Permission.ORGANIZATION_SET_UP, on=facts_of(None))

    if queries.is_set_up():
        raise AlreadySetUp()

    handle = secrets.new_handle()
    SetUpLink.objects.of_nobody().filter(used_at=None).delete()
    link = SetUpLink.objects.of_nobody().create(handle_hash=handle.hash, until=rules.last_moment_of_set_up(clock.now()))

    record(SetUpLinkCreated(until=link.until.isoformat()), by=by)
    return handle.text
