"""The walk from step to step of a sign-in: which page a step has, and what the browser carries along."""

import datetime as dt
from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

import segno
from django.forms import Field
from django.middleware.csrf import rotate_token
from django.urls import reverse

from keyhouse import ui
from keyhouse.domain.credentials import queries as credentials
from keyhouse.domain.credentials.rules import PasswordPolicy, PasswordProof, authenticator_address
from keyhouse.domain.sign_in import actions, queries
from keyhouse.domain.sign_in.errors import StepExpired
from keyhouse.domain.sign_in.rules import Moved, Step
from keyhouse.domain.sign_in.rules.steps import STEP_LASTS
from keyhouse.foundation import clock
from keyhouse.foundation.errors import Refused
from keyhouse.ui import Request, Response, cookies
from keyhouse.ui.responses import see_other
from keyhouse.ui.visitors import visitor_of

COOKIE = "kh_step"
PAGES = {
    Step.SIGN_ON: "front_door:onward",
    Step.PASSWORD: "front_door:password",
    Step.CODE: "front_door:code",
    Step.SET_UP: "front_door:authenticator",
    Step.DONE: "front_door:recovery_codes",
}


def first(field: Field) -> Any:
    """The same field, in which typing begins as soon as the page is open."""
    field.widget.attrs["autofocus"] = True
    return field


def asking(form: ui.Form, organization_id: int | None, field: str = "password") -> PasswordPolicy:
    """Say beside the field what the organization asks of a new password, and answer it."""
    policy = credentials.policy_of(organization_id)
    form.fields[field].help_text = policy.sentence
    return policy


def at(expected: Step) -> Callable[[Callable[..., Response]], Callable[..., Response]]:
    """Let a screen show only when the sign-in of this browser waits for this step; else go where it waits."""

    def guard(screen: Callable[..., Response]) -> Callable[..., Response]:
        @wraps(screen)
        def view(request: Request) -> Response:
            try:
                step = queries.step(cookies.read(request, COOKIE), *Step)
            except StepExpired as expired:
                return start_again(f"{expired} {expired.next_step}")
            if step.step != expected:
                return see_other(reverse(PAGES[Step(step.step)]))
            return screen(request, step)

        return view

    return guard


def answer(request: Request, form: ui.Form, given: PasswordProof | str, page: str, **context: Any) -> Response:
    """Give an answer to the step that is due; a refusal is shown at the form, with its support code.

    A box `remember` that is ticked asks for this browser to be remembered.
    """
    support_code, remember = "", bool(form.cleaned_data.get("remember"))
    with form.explaining_refusals():
        secret = cookies.read(request, COOKIE)
        moved = actions.answer_step(by=visitor_of(request), secret=secret, answer=given, remember=remember)
        if not isinstance(moved, Refused):
            return go_on(request, moved)
        support_code = moved.support_code
        form.refuse(moved.rule)
    return ui.render(request, page, form=form, support_code=support_code, **context)


def go_on(request: Request, moved: Moved) -> Response:
    """Go to the page of the next step, with its new cookie, and at the end with that of the session."""
    response = see_other(reverse(PAGES[moved.step]))
    cookies.give(response, COOKIE, moved.secret, life=STEP_LASTS)
    if moved.session and moved.until:
        signed_in(request, response, moved.session, moved.until)
    return response


def signed_in(request: Request, response: Response, session: str, until: dt.datetime) -> None:
    """Give the browser its session, and forms a new proof."""
    cookies.give(response, cookies.SESSION, session, life=until - clock.now())
    rotate_token(request)


def sign_on_address(connection_id: int, next: str) -> str:
    """Where a sign-in through this connection begins."""
    return f"/saml/{connection_id}/sign-in?" + urlencode({"next": next})


def sign_in_address(next: str, email: str = "") -> str:
    """The sign-in page with the email filled in, and where to go afterwards."""
    return reverse("front_door:sign_in") + "?" + urlencode({"again": 1, "next": next, "email": email})


def picture_of(secret: str, email: str) -> str:
    """The QR code that an authenticator app scans, as the address of a picture."""
    code = segno.make(authenticator_address(secret, email, "Keyhouse"))
    return str(code.svg_data_uri(scale=5, border=3, dark="#000", light="#fff"))


def start_again(said: str) -> Response:
    """Back to the first question, with one line that says why."""
    response = see_other(reverse("front_door:sign_in"))
    ui.say(response, said, tone="attention")
    cookies.take_away(response, COOKIE)
    return response
