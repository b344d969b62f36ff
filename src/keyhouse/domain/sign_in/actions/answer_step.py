"""Answer what a sign-in under way waits for: a password, a code, or the first code of a new authenticator app."""

from django.db import transaction

from keyhouse.domain.credentials import actions as credentials
from keyhouse.domain.credentials.rules import PasswordProof
from keyhouse.domain.known_devices import actions as devices
from keyhouse.domain.sign_in import queries, rules
from keyhouse.domain.sign_in.actions.start_session import start_session
from keyhouse.domain.sign_in.models import SignInStep
from keyhouse.domain.sign_in.rules.steps import Step
from keyhouse.foundation import secrets
from keyhouse.foundation.errors import Refused
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def answer_step(
    *, by: Actor, secret: str, answer: PasswordProof | str, remember: bool = False
) -> rules.Moved | Refused:
    """Take the answer that is due and no other; the last one starts a session, and `remember` remembers the browser.

    A refusal is remembered and answered with a support code. Raises StepExpired, WrongCode and what the gate says.
    """
    authorize(by, Permission.SIGN_IN, on=facts_of(None))

    expected = (Step.PASSWORD,) if isinstance(answer, PasswordProof) else (Step.CODE, Step.SET_UP)
    step = queries.step(secret, *expected, locked=True)
    refused = _password(by, step, answer) if isinstance(answer, PasswordProof) else _code(by, step, answer)
    if refused is not None:
        return _remembered(by, step, refused)

    person, handle = queries.locked_person(step), secrets.new_handle()
    is_password = step.step == Step.PASSWORD
    step.step = queries.step_after_password(person, by.browser) if is_password else Step.DONE
    step.secret_hash, step.proved = handle.hash, [*step.proved, "password" if is_password else "code"]
    step.facts = queries.new_draft() if step.step == Step.SET_UP else step.facts
    step.save(update_fields=["step", "secret_hash", "proved", "facts"])
    if step.step == Step.DONE:
        within, strength = by.within(Permission.SESSION_START, person), queries.strength_of(person, is_password)
        session, cookie = start_session(by=within, person=person, method="password", strength=strength)
        if remember and not is_password:
            devices.remember_device(by=within, person=person)
        return rules.Moved(step=Step.DONE, secret=handle.text, next=step.next, session=cookie, until=session.until)
    return rules.Moved(step=Step(step.step), secret=handle.text, next=step.next)


def _remembered(by: Actor, step: SignInStep, refused: Refused) -> Refused:
    step.facts = {**step.facts, "refused": step.facts.get("refused", 0) + 1}
    step.until = step.until if step.facts["refused"] < rules.TRIES_A_STEP else step.made_at
    step.save(update_fields=["facts", "until"])
    attempt = rules.attempt_of(by, step, refused.rule)
    attempt.save(force_insert=True)
    return Refused(refused.rule, support_code=attempt.support_code)


def _password(by: Actor, step: SignInStep, proof: PasswordProof) -> Refused | None:
    barred = queries.why_no_sign_in(queries.locked_person(step)) if step.person_id is not None else None
    return credentials.check_password(by=by, person=step.person, address=step.address, proof=proof, barred=barred)


def _code(by: Actor, step: SignInStep, code: str) -> Refused | None:
    person = queries.locked_person(step)
    if step.step == Step.CODE:
        return credentials.check_code(by=by, person=person, code=code)
    draft, within = queries.draft_of(step), by.within(Permission.FACTORS_CHANGE, person)
    credentials.set_up_authenticator(
        by=within, person=person, secret=draft.secret, code=code, codes=draft.recovery_codes
    )
    return None
