"""Forms: shapes are checked, refusals stand at the right field, and steps keep what was typed."""

import pytest
from django.test import RequestFactory
from django.utils.translation import gettext_lazy as _

from keyhouse import ui
from keyhouse.foundation.errors import Conflict, NotAllowed


class Taken(Conflict):
    """The address is used."""

    code = "taken"
    message = _("{email} is used.")
    step = _("Choose another.")


class Who(ui.Form):
    """An address and a code."""

    email = ui.EmailField(label="Email")
    code = ui.CodeField(label="Code", digits=6)


class Where(ui.Form):
    """A domain, and whether it matters."""

    domain = ui.DomainField(label="Domain")
    matters = ui.BooleanField(label="It matters")


STEPS = [
    ui.Step(key="who", label="Who", form=Who),
    ui.Step(key="where", label="Where", form=Where),
    ui.Step(key="review", label="Review"),
]
WHO = {"email": "a@b.example", "code": "123456"}


def steps(data):
    return ui.Steps(RequestFactory().post("/x", data), STEPS)


def test_a_refusal_stands_at_the_field_that_it_names_and_leads_on():
    form = Who(WHO)
    form.links = {"taken": ("Open it", "/there/")}

    with form.explaining_refusals():
        raise Taken(email="a@b.example")

    assert form.errors["email"] == ["a@b.example is used."]
    assert form.problems == [
        {
            "text": "a@b.example is used.",
            "label": "Email",
            "target": "id_email",
            "step": ("Open it", "/there/"),
            "next": "Choose another.",
        }
    ]


def test_what_may_not_be_done_is_no_mistake_in_a_form():
    with pytest.raises(NotAllowed), Who(WHO).explaining_refusals():
        raise NotAllowed(permission="x")


@pytest.mark.parametrize(("typed", "kept"), [("123 456", "123456"), ("12-34-56", "123456")])
def test_a_code_may_be_typed_with_spaces(typed, kept):
    form = Who({**WHO, "code": typed})

    assert form.is_valid() and form.cleaned_data["code"] == kept


@pytest.mark.parametrize("typed", ["12345", "1234567", "abcdef", ""])
def test_what_is_no_code_is_refused(typed):
    assert not Who({**WHO, "code": typed}).is_valid()


@pytest.mark.parametrize("typed", ["Acme.Example", "https://acme.example/", "ada@acme.example", "acme.example."])
def test_a_domain_is_taken_out_of_what_people_paste(typed):
    form = Where({"domain": typed})

    assert form.is_valid() and form.cleaned_data["domain"] == "acme.example"


def test_a_valid_step_leads_to_the_next_and_carries_what_was_typed():
    here = steps({"step": "who", **WHO})

    assert (here.current.key, here.is_complete) == ("where", False)
    assert dict(here.hidden) == WHO


def test_an_invalid_step_is_shown_again_with_its_errors():
    here = steps({"step": "who", "email": "no", "code": "123456"})

    assert here.current.key == "who" and here.form.errors["email"]


def test_back_shows_the_earlier_step_without_complaint():
    here = steps({"step": "where", "back": "1", **WHO, "domain": "half"})

    assert here.current.key == "who" and not here.form.is_bound and here.form.initial["email"] == "a@b.example"


def test_nobody_jumps_over_a_step():
    """The last step counts only when every step before it is valid."""
    here = steps({"step": "review", "domain": "acme.example"})

    assert (here.current.key, here.is_complete) == ("who", False)


def test_the_last_step_completes():
    assert steps({"step": "review", **WHO, "domain": "acme.example"}).is_complete


def test_a_form_gives_its_summary_once():
    form = Who({"email": "no"})

    assert [form.take_summary(), form.take_summary()] == [True, False]
