"""Every credential path of the product: how it is prepared while all is well, and tried afterwards."""

import dataclasses
import datetime as dt

from keyhouse.domain.credentials import actions as credentials
from keyhouse.domain.credentials import queries as proofs
from keyhouse.domain.credentials import rules
from keyhouse.domain.lifecycle import actions as lifecycle
from keyhouse.domain.recovery import actions as recovery
from keyhouse.domain.sign_in import actions, hot_sessions, hot_tokens, queries
from keyhouse.domain.sign_in.models import TokenKind
from keyhouse.foundation import secrets
from keyhouse.foundation.permissions import Strength, operator_actor, visitor
from tests.cast import actor_of, weaker
from tests.domain.activation.arriving import activate, chosen, invitation_for, link_for, newcomer
from tests.domain.credentials.proofs import GOOD, code_of, give_app, give_password
from tests.domain.recovery.test_reset_password import ask, choose
from tests.domain.sign_in.sign_on import BROWSER, answered, make_sign_on, route
from tests.domain.sign_in.walking import DOOR, begin, code, password, switch_sign_on_on

LATER = dt.timedelta(minutes=1)


def by_password(cast):
    """A password, for who needs no second factor."""
    give_password(cast.ben)
    begun = begin(cast.ben.email)
    return cast.ben, lambda: password(begun.secret)


def by_code(cast):
    """The code of an app after the password."""
    give_password(cast.ben)
    _secret, codes = give_app(cast.ben)
    moved = password(begin(cast.ben.email).secret)
    return cast.ben, lambda: code(moved.secret, codes[0])


def by_new_app(cast):
    """The first code of an app that an administrator sets up at her sign-in."""
    give_password(cast.ada)
    moved = password(begin(cast.ada.email).secret)
    draft = queries.draft_of(queries.step(moved.secret, "set_up"))
    return cast.ada, lambda: code(moved.secret, code_of(draft.secret))


def by_one_time_link(cast):
    """A link of the operator."""
    link = credentials.create_sign_in_link(by=operator_actor(), person=cast.ben)
    holder = visitor(link=secrets.hash_of(link))
    return cast.ben, lambda: recovery.sign_in_by_link(by=holder, secret=link)


def by_reset_link(cast):
    """A new password by a mailed link."""
    link = ask(cast.ben)
    return cast.ben, lambda: [choose(link), "the password is set"]


def by_activation_link(cast):
    """The activation of a work account."""
    gil = newcomer(cast)
    link = link_for(gil)
    return gil, lambda: activate(link)


def by_invitation(cast):
    """The activation by an invitation's link."""
    gil = newcomer(cast)
    _invitation, link = invitation_for(cast, gil.email, person=gil)
    return gil, lambda: activate(link, chosen())


def by_single_sign_on(cast):
    """The answer of an identity provider."""
    connection = make_sign_on(cast, "Okta sign-on")
    route(cast, connection)
    handle = answered(DOOR, connection)
    return cast.ben, lambda: lifecycle.finish_sign_on(
        by=DOOR, connection=fresh(connection), handle=handle, browser=BROWSER
    )


def by_changed_password(cast):
    """A changed password, which gives the browser a new session."""
    give_password(cast.ben)
    proof, new = proofs.proof_of_password(cast.ben, GOOD), rules.new_password("Quiet harbor 19 waits")
    by = actor_of(cast.ben)
    return cast.ben, lambda: recovery.change_password(by=by, person=cast.ben, proof=proof, password=new)


def by_turning_on_two_factors(cast):
    """A second factor turned on, which gives the browser a new session."""
    secret, codes = rules.new_authenticator_secret(), rules.new_recovery_codes()
    by = weaker(actor_of(cast.ben), Strength.PASSWORD)
    return cast.ben, lambda: recovery.turn_on_second_factor(
        by=by, person=cast.ben, secret=secret, code=code_of(secret), recovery_codes=codes
    )


def by_session(cast):
    """The cookie of a session, by the slow path."""
    secret = session_of(cast)
    return cast.ben, lambda: queries.session(secret)


def by_hot_session(cast):
    """The cookie of a session, by the one statement."""
    secret = session_of(cast)
    return cast.ben, lambda: hot_sessions.session(secret)


def session_of(cast):
    """A session of Ben through Acme's single sign-on."""
    from keyhouse.domain.sign_in import rules as sign_in

    connection = switch_sign_on_on(cast)
    through = sign_in.Through(connection=connection, name_id=cast.ben.email)
    by = dataclasses.replace(DOOR).within("step.session.start", cast.ben)
    strength = Strength.SINGLE_SIGN_ON
    _row, secret = actions.start_session(by=by, person=cast.ben, method="sso", strength=strength, through=through)
    return secret


def by_token(cast):
    """A provisioning token, by the slow path."""
    secret = token_of(cast)
    return None, lambda: queries.token(secret)


def by_hot_token(cast):
    """A provisioning token, by the one statement."""
    secret = token_of(cast)
    return None, lambda: hot_tokens.token(secret)


def token_of(cast):
    """A token of Acme's provisioning connection."""
    _token, secret = actions.create_access_token(
        by=operator_actor(cast.acme.id), holder=cast.scim, kind=TokenKind.PROVISIONING, name="Okta",
        permissions=["accounts.manage"], days=90,
    )  # fmt: skip
    return secret


def fresh(row):
    """The same row as it is now."""
    row.refresh_from_db()
    return row
