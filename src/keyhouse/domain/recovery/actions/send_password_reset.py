"""Send a link to choose a new password to whom an address belongs, if she may have one."""

from django.db import transaction

from keyhouse.domain.credentials.actions.request_password_reset import request_password_reset
from keyhouse.domain.sign_in import queries
from keyhouse.foundation.addresses import EmailAddress
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def send_password_reset(*, by: Actor, address: EmailAddress) -> None:
    """Mail the link to the stored address of the person; nobody who asks learns whether there is one.

    People who must use single sign-on, and those who may not sign in, get none. Raises NotAllowed.
    """
    authorize(by, Permission.SIGN_IN, on=facts_of(None))

    person = queries.route_of(address.folded).person
    reason = queries.why_no_sign_in(person) if person is not None else None

    why_not = reason.code if reason else ""
    request_password_reset(by=by, person=person, address=address.typed, why_not=why_not)
