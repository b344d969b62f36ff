"""Letters: a text template whose first line is the subject."""

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass

from django.template import Context, Engine, Template
from django.utils import translation

CONTROL = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]+")
SUBJECT_LENGTH = 300


@dataclass(frozen=True, kw_only=True)
class Letter:
    """What is written to someone, before it is sent."""

    subject: str
    text: str


def write(template: str, context: Mapping[str, object], language: str | None = None) -> Letter:
    """Fill in the template `mail/<template>.txt`, or `mail/<last part>.txt`, in the reader's language."""
    subject, text = _parts(template)
    values = Context(dict(context), autoescape=False)
    with translation.override(language or translation.get_language()):
        line = CONTROL.sub(" ", subject.render(values)).strip()
        return Letter(subject=line[:SUBJECT_LENGTH], text=text.render(values).strip() + "\n")


@functools.lru_cache(maxsize=256)
def _parts(template: str) -> tuple[Template, Template]:
    engine = _engine()
    names = [f"mail/{template}.txt", f"mail/{template.rsplit('/', 1)[-1]}.txt"]
    source = str(engine.select_template(names).source)
    subject, _, text = source.partition("\n")
    return Template(subject, engine=engine), Template(text, engine=engine)


@functools.lru_cache(maxsize=1)
def _engine() -> Engine:
    """Text is not HTML: nothing is escaped, and translation tags need no loading."""
    return Engine(app_dirs=True, autoescape=False, builtins=["django.templatetags.i18n", "django.templatetags.tz"])
