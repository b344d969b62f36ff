"""Begin a sign-in with an email address."""

from django.db import transaction

from keyhouse.domain.sign_in import queries, rules
from keyhouse.domain.sign_in.errors import TooManySignIns
from keyhouse.domain.sign_in.events import SignInsSlowed
from keyhouse.domain.sign_in.models import SignInStep
from keyhouse.domain.sign_in.rules.steps import STEP_LASTS, Step
from keyhouse.foundation import clock, secrets
from keyhouse.foundation.addresses import EmailAddress
from keyhouse.foundation.audit import record
from keyhouse.foundation.errors import Refused
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def begin_sign_in(*, by: Actor, address: EmailAddress, next: str = "/", kind: str = "") -> rules.Moved | Refused:
    """Remember for a quarter of an hour who wants to sign in, and answer where: a connection, or the password page.

    An unknown address, and one of a person who may not sign in, begin like any other. Too many from one place within
    a minute are refused. Raises NotAllowed.
    """
    authorize(by, Permission.SIGN_IN, on=facts_of(None))

    if queries.are_too_many(by.ip):
        record(SignInsSlowed(), by=by)
        return Refused(TooManySignIns())

    route, handle, now = queries.route_of(address.folded, kind), secrets.new_handle(), clock.now()
    step = Step.SIGN_ON if route.connection else Step.PASSWORD
    SignInStep.objects.everywhere(reason="the row names its organization itself").create(
        organization_id=route.person.organization_id if route.person else None,
        person=route.person,
        secret_hash=handle.hash,
        step=step,
        address=address.typed[:320],
        next=rules.local_path(next)[:500],
        facts={"connection": str(route.connection.id)} if route.connection else {},
        ip=by.ip,
        made_at=now,
        until=now + STEP_LASTS,
    )
    return rules.Moved(step=step, secret=handle.text, next=rules.local_path(next))
