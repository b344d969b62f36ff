"""A dialog in steps without a session: what was typed in the other steps travels along as hidden fields."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from keyhouse.foundation.errors import BrokenRule
from keyhouse.ui.forms import Form
from keyhouse.ui.tools import Text


@dataclass(frozen=True, kw_only=True)
class Step:
    """One step: its key in the address, its name at the top, and its form (None for a review)."""

    key: str
    label: Text
    form: type[Form] | None = None
    extra: dict[str, Any] | None = None


class Steps:
    """Where a dialog in steps stands.

    `current` is the step to show, `form` its form, `hidden` the values of the others, `values` what is valid so
    far, `is_complete` true when the last step was sent and every form is valid.
    """

    def __init__(self, request: HttpRequest, steps: Sequence[Step]) -> None:
        self.steps = list(steps)
        self.data = request.POST
        self.is_complete = False
        self._forms = [self._make(step, bound=bool(self.data)) for step in self.steps]
        self.position = self._find_position()
        self.form = self._shown_form()

    @property
    def current(self) -> Step:
        """The step to show."""
        return self.steps[self.position]

    @property
    def is_first(self) -> bool:
        """Whether there is no step before this one."""
        return self.position == 0

    @property
    def is_last(self) -> bool:
        """Whether the button of this step does the deed."""
        return self.position == len(self.steps) - 1

    @property
    def values(self) -> dict[str, Any]:
        """What the valid steps hold, cleaned."""
        found: dict[str, Any] = {}
        for form in self._forms:
            if form is not None and form.is_bound and form.is_valid():
                found.update(form.cleaned_data)
        return found

    @property
    def hidden(self) -> list[tuple[str, str]]:
        """The typed values of all other steps, as pairs for hidden fields."""
        pairs: list[tuple[str, str]] = []
        for number, form in enumerate(self._forms):
            if form is None or number == self.position:
                continue
            for name in form.fields:
                pairs.extend((name, value) for value in self.data.getlist(name))
        return pairs

    def refuse(self, key: str, refused: BrokenRule) -> None:
        """Show an earlier step again, because the deed was refused for what was typed there."""
        self.position = next(number for number, step in enumerate(self.steps) if step.key == key)
        self.form = self._forms[self.position]
        self.is_complete = False
        if self.form is not None:
            self.form.refuse(refused)

    def _make(self, step: Step, *, bound: bool) -> Form | None:
        if step.form is None:
            return None
        return step.form(self.data if bound else None, **(step.extra or {}))

    def _find_position(self) -> int:
        keys = [step.key for step in self.steps]
        sent = self.data.get("step", "")
        if sent not in keys:
            return 0
        at = keys.index(sent)
        if "back" in self.data:
            return max(at - 1, 0)
        if "again" in self.data:
            return at
        for number, form in enumerate(self._forms[: at + 1]):
            if form is not None and not form.is_valid():
                return number
        self.is_complete = at == len(keys) - 1
        return min(at + 1, len(keys) - 1)

    def _shown_form(self) -> Form | None:
        """Show what was typed; errors only on the step that was just sent."""
        form, step = self._forms[self.position], self.current
        if form is None or not self.data or (self.data.get("step") == step.key and "back" not in self.data):
            return form
        typed = {
            name: field.widget.value_from_datadict(self.data, {}, name)
            for name, field in form.fields.items()
            if name in self.data
        }
        return step.form(initial=typed, **(step.extra or {})) if step.form else None


class Trail:
    """The steps of a dialog whose steps are pages of their own, and the one that is open."""

    def __init__(self, position: int, *labels: Text) -> None:
        self.position = position
        self.steps = [Step(key=str(number), label=label) for number, label in enumerate(labels)]

    @property
    def is_first(self) -> bool:
        """A page of its own has its own way back."""
        return True
