"""People who signed in some time ago, as the door makes actors of their sessions."""

import dataclasses

from keyhouse.domain.sign_in import queries
from keyhouse.domain.sign_in.models import Session
from keyhouse.foundation import clock
from keyhouse.foundation.permissions import Permission, Strength
from keyhouse.foundation.tenancy import rows_of
from tests.cast import actor_of
from tests.domain.sign_in.walking import DOOR


def signed_in(person, strength=Strength.TWO_FACTORS, connection=None, **more):
    """The actor of a new session of a person, and the secret of its cookie."""
    from keyhouse.domain.sign_in import actions, rules

    through = rules.Through(connection=connection, name_id=person.email) if connection else None
    step, method = DOOR.within(Permission.SESSION_START, person), "sso" if connection else "password"
    session, secret = actions.start_session(by=step, person=person, method=method, strength=strength, through=through)
    actor = dataclasses.replace(actor_of(person, **more), session_id=session.id, strength=strength)
    return dataclasses.replace(actor, proved_at=session.proved_at), secret


def long_ago(actor, delta):
    """The same actor, and her session, as if she had proved herself so much earlier."""
    moment = clock.now() - delta
    rows_of(Session, actor.home_organization_id).filter(id=actor.session_id).update(proved_at=moment)
    return dataclasses.replace(actor, proved_at=moment)


def proved_at(secret):
    """When the owner of this cookie last proved who she is, or None when it opens nothing."""
    found = queries.session(secret)
    return found.proved_at if found else None
