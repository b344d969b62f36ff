"""The steps of a sign-in: what comes next, and what a sign-in that went on answers."""

import datetime as dt
import enum
from dataclasses import dataclass

from keyhouse.domain.sign_in.models import SignInAttempt, SignInStep
from keyhouse.domain.sign_in.rules.sign_on import support_code
from keyhouse.foundation import clock
from keyhouse.foundation.errors import BrokenRule
from keyhouse.foundation.permissions import Actor

STEP_LASTS = dt.timedelta(minutes=15)
AT_MOST, WITHIN = 20, dt.timedelta(minutes=1)
TRIES_A_STEP = 10
DRAFT_PURPOSE = "sign-in step"


class Step(enum.StrEnum):
    """What a sign-in under way waits for; nothing else moves it on."""

    SIGN_ON = "sign_on"
    PASSWORD = "password"  # noqa: S105 -- the name of a step
    CODE = "code"
    SET_UP = "set_up"
    DONE = "done"


@dataclass(frozen=True, kw_only=True)
class Moved:
    """A sign-in that went on: its next step, the secret of its cookie, and in the end the session's and its end."""

    step: Step
    secret: str
    next: str
    session: str = ""
    until: dt.datetime | None = None


def attempt_of(by: Actor, step: SignInStep, rule: BrokenRule) -> SignInAttempt:
    """A refused try for the list of attempts, under a code by which support finds it; it is not kept yet."""
    return SignInAttempt(
        organization_id=step.organization_id,
        person=step.person,
        at=clock.now(),
        support_code=support_code(),
        method=step.step,
        outcome=rule.code,
        address=step.address,
        ip=by.ip,
        device=by.device,
    )
