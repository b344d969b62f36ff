"""The kinds of fields that forms are made of."""

from collections.abc import Iterable
from enum import Enum
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

WRONG_ADDRESS = _("Enter an email address, like ada@acme.example.")


class TextField(forms.CharField):
    """One line of text."""

    def __init__(
        self, *, max_length: int = 200, autocomplete: str = "off", placeholder: str = "", **kwargs: Any
    ) -> None:
        super().__init__(max_length=max_length, **kwargs)
        self.widget.attrs["autocomplete"] = autocomplete
        if placeholder:
            self.widget.attrs["placeholder"] = placeholder


class TextAreaField(forms.CharField):
    """Several lines of text; `code` sets it in the typeface of certificates and XML."""

    def __init__(self, *, rows: int = 4, code: bool = False, max_length: int = 300_000, **kwargs: Any) -> None:
        kwargs.setdefault("strip", True)
        super().__init__(max_length=max_length, widget=forms.Textarea, **kwargs)
        self.widget.attrs.update({"rows": rows, "autocomplete": "off", "spellcheck": "false" if code else "true"})
        if code:
            self.widget.attrs["class"] = "mono"


class EmailField(forms.EmailField):
    """An email address as it was typed, trimmed."""

    default_error_messages = {"invalid": WRONG_ADDRESS}

    def __init__(self, *, autocomplete: str = "off", **kwargs: Any) -> None:
        kwargs.setdefault("error_messages", {"invalid": WRONG_ADDRESS})
        super().__init__(**kwargs)
        self.widget.attrs.update({"autocomplete": autocomplete, "autocapitalize": "off", "spellcheck": "false"})


class DomainField(TextField):
    """The name of a domain, folded."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=253, **kwargs)
        self.widget.attrs.update({"autocapitalize": "off", "spellcheck": "false", "inputmode": "url"})

    def clean(self, value: Any) -> str:
        """Take the name out of what people paste: no address, no scheme, no trailing dot."""
        text = str(super().clean(value)).strip().lower().removesuffix(".")
        return text.removeprefix("https://").removeprefix("http://").rstrip("/").rpartition("@")[2]


class PasswordField(forms.CharField):
    """A password; it is never shown again and never trimmed."""

    def __init__(self, *, new: bool = False, **kwargs: Any) -> None:
        super().__init__(max_length=1024, strip=False, widget=forms.PasswordInput(render_value=False), **kwargs)
        self.widget.attrs["autocomplete"] = "new-password" if new else "current-password"


class CodeField(forms.CharField):
    """A one-time code: digits, spaces allowed while typing."""

    def __init__(self, *, digits: int = 6, **kwargs: Any) -> None:
        super().__init__(max_length=40, **kwargs)
        self.digits = digits
        self.widget.attrs.update({"inputmode": "numeric", "autocomplete": "one-time-code", "class": "code-input"})

    def clean(self, value: Any) -> str:
        """Take the spaces away."""
        text = "".join(str(super().clean(value)).split()).replace("-", "")
        if self.required and (len(text) != self.digits or not text.isdigit()):
            raise ValidationError(_("Enter the %(digits)s digits.") % {"digits": self.digits}, code="invalid")
        return text


class NumberField(forms.IntegerField):
    """A whole number."""


class DateField(forms.DateField):
    """A calendar day."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.DateInput(attrs={"type": "date"}), **kwargs)


class BooleanField(forms.BooleanField):
    """A box to tick; it may stay empty unless it is required."""

    kind = "box"

    def __init__(self, *, required: bool = False, **kwargs: Any) -> None:
        super().__init__(required=required, **kwargs)


class ChoiceField(forms.ChoiceField):
    """One of several; few are shown at once, many in a list (`as_list`)."""

    def __init__(self, *, choices: Iterable[Any] = (), as_list: bool = False, **kwargs: Any) -> None:
        widget = forms.Select if as_list else forms.RadioSelect
        super().__init__(choices=choices, widget=kwargs.pop("widget", widget), **kwargs)
        self.kind = "list" if as_list else "choices"


class ManyField(forms.MultipleChoiceField):
    """Any number of several, as boxes."""

    kind = "choices"

    def __init__(self, *, choices: Iterable[Any] = (), **kwargs: Any) -> None:
        super().__init__(choices=choices, widget=forms.CheckboxSelectMultiple, **kwargs)


class EnumField(forms.TypedChoiceField):
    """One member of an enumeration, labelled by its `label` or the given labels."""

    def __init__(
        self, *, of: type[Enum], labels: dict[Any, Any] | None = None, as_list: bool = False, **kwargs: Any
    ) -> None:
        choices = [(member.value, (labels or {}).get(member) or _label_of(member)) for member in of]
        initial = kwargs.pop("initial", None)
        widget = forms.Select if as_list else forms.RadioSelect
        super().__init__(choices=choices, coerce=_coerce_to(of), widget=widget, **kwargs)
        self.initial = initial.value if isinstance(initial, Enum) else initial
        self.kind = "list" if as_list else "choices"


class FileField(forms.FileField):
    """A file of bounded size."""

    def __init__(self, *, max_bytes: int = 1_000_000, accept: str = "", **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.max_bytes = max_bytes
        if accept:
            self.widget.attrs["accept"] = accept

    def clean(self, data: Any, initial: Any = None) -> Any:
        """Refuse a file that is too large before anything reads it."""
        found = super().clean(data, initial)
        if found and getattr(found, "size", 0) > self.max_bytes:
            raise ValidationError(_("The file is larger than %(kb)s kB.") % {"kb": self.max_bytes // 1000})
        return found


def _label_of(member: Enum) -> Any:
    return getattr(member, "label", None) or str(member.value).replace("_", " ").capitalize()


def _coerce_to(of: type[Enum]) -> Any:
    values = {str(member.value): member for member in of}
    return lambda text: values[str(text)]
