"""People who are about to arrive, and what they choose."""

import datetime as dt

from keyhouse.domain.activation import actions
from keyhouse.domain.activation.rules import Chosen, NewApp
from keyhouse.domain.credentials import rules
from keyhouse.domain.credentials.actions import create_activation_link
from keyhouse.domain.invitations.models import Invitation
from keyhouse.foundation import clock, secrets
from keyhouse.foundation.permissions import operator_actor, visitor
from tests.cast import make_person, make_system_admin
from tests.domain.credentials.proofs import GOOD, code_of

BORN = dt.date(1990, 5, 17)


def newcomer(cast, name="Gil", *, admin=False, **fields):
    """Somebody of Acme who has not activated yet."""
    email = f"{name.lower()}@acme.example"
    person = make_person(cast.acme, email, name, **{"state": "invited", "activated_at": None, **fields})
    if admin:
        make_system_admin(person)
    return person


def link_for(person, **options):
    """An activation link, by the operator's word."""
    return create_activation_link(by=operator_actor(person.organization_id), person=person, **options)


def invitation_for(cast, email, *, kind="work", person=None, **fields):
    """An invitation of Acme's Press by Ada, and the secret of its link."""
    handle = secrets.new_handle()
    values = {
        "portfolio": cast.press, "email": email, "email_folded": email.casefold(), "kind": kind, "person": person,
        "handle_hash": handle.hash, "until": clock.now() + dt.timedelta(days=30), "invited_by": cast.ada,
        "made_at": clock.now(), "sent_at": clock.now(),
    }  # fmt: skip
    return Invitation.objects.of(cast.acme).create(**{**values, **fields}), handle.text


def chosen(*, app=False, born=BORN, password=GOOD):
    """A password, a day of birth, and perhaps an app that shows the right code."""
    secret = rules.new_authenticator_secret()
    new_app = NewApp(secret=secret, code=code_of(secret), recovery_codes=rules.new_recovery_codes())
    return Chosen(password=rules.new_password(password), born=born, app=new_app if app else None)


def activate(secret, what=None, holding=None):
    """Activate by a link that one holds."""
    handle = secrets.hash_of(secret)
    by = visitor(link=handle if holding is None else holding)
    return actions.activate_work_account(by=by, handle_hash=handle, chosen=what or chosen())
