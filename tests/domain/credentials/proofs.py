"""What people prove themselves by in tests: passwords, codes of an app now or some steps on, recovery codes."""

import pyotp

from keyhouse.domain.credentials import actions, queries, rules
from keyhouse.foundation import clock
from keyhouse.foundation.permissions import operator_actor, visitor

GOOD = "Copper-lantern 47 sails"


def give_password(person, text=GOOD):
    """Set a person's password by the operator's word."""
    actions.set_password(by=operator_actor(person.organization_id), person=person, password=rules.new_password(text))


def try_password(person, text=GOOD, by=None):
    """Try a password as the sign-in page does."""
    proof = queries.proof_of_password(person, text)
    return actions.check_password(by=by or visitor(), person=person, address="nobody@acme.example", proof=proof)


def give_app(person):
    """Set up an authenticator app by the operator's word; returns its secret and the recovery codes."""
    secret = rules.new_authenticator_secret()
    by = operator_actor(person.organization_id)
    codes = actions.set_up_authenticator(by=by, person=person, secret=secret, code=code_of(secret))
    return secret, codes


def code_of(secret, steps=0):
    """The code that the app shows now, or some steps of 30 seconds later."""
    return pyotp.TOTP(secret).generate_otp(int(clock.now().timestamp()) // 30 + steps)
