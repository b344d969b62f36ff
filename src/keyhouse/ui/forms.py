"""Forms: they check shapes, carry refusals of the domain to the right field, and keep what was typed."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django import forms

from keyhouse.foundation.errors import BrokenRule, Conflict, Invalid
from keyhouse.ui.tools import Text


class Form(forms.Form):
    """A form of a screen; it has no rules of its own.

    `links` says where a refusal is mended: its code -> (label, address).
    """

    use_required_attribute = True
    links: dict[str, tuple[Text, str]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.refusals: list[dict[str, Any]] = []
        self._has_summary = False

    def take_summary(self) -> bool:
        """Say once that the summary of refusals may be drawn: at the place that the template chose, or at the top."""
        taken, self._has_summary = self._has_summary, True
        return not taken

    def offer(self, field: str, choices: Iterable[tuple[str, Any]]) -> None:
        """Say what may be chosen in a field, as pairs of value and label."""
        chooser = self.fields[field]
        if isinstance(chooser, forms.ChoiceField):
            chooser.choices = list(choices)

    @contextmanager
    def explaining_refusals(self) -> Iterator[None]:
        """Show a broken rule at the field that it is about, or at the top; the page then answers 422."""
        try:
            yield
        except (Invalid, Conflict) as refused:
            self.refuse(refused)

    def refuse(self, refused: BrokenRule, field: str | None = None) -> None:
        """Add one broken rule to the form, with its code and its next step."""
        field = field or self.field_of(refused)
        self.add_error(field, forms.ValidationError(str(refused), code=refused.code))
        step = self.links.get(refused.code)
        self.refusals.append(
            {"text": str(refused), "code": refused.code, "next": refused.next_step, "step": step, "field": field}
        )

    def field_of(self, refused: BrokenRule) -> str | None:
        """Find the field that a refusal is about: the one it names, or the first fact with a field's name."""
        named = getattr(refused, "field", None)
        if named in self.fields:
            return str(named)
        return next((name for name in refused.facts if name in self.fields), None)

    @property
    def problems(self) -> list[dict[str, Any]]:
        """Everything that is wrong, for the summary at the top: text, field id, and the step that mends it."""
        known = {refusal["text"]: refusal for refusal in self.refusals}
        found = []
        for name, errors in self.errors.items():
            bound = self[name] if name in self.fields else None
            for text in errors:
                found.append(
                    {
                        "text": text,
                        "label": bound.label if bound is not None else "",
                        "target": bound.id_for_label if bound is not None else "",
                        "step": known.get(str(text), {}).get("step"),
                        "next": known.get(str(text), {}).get("next", ""),
                    }
                )
        return found
