"""Lines of the log as a portfolio shows them: who has left is masked."""

import dataclasses
import re
from collections.abc import Iterable

from keyhouse.domain.portfolios import queries
from keyhouse.domain.portfolios.queries import Portfolio
from keyhouse.foundation.audit.event import Line
from keyhouse.foundation.permissions import Actor


def masked(by: Actor, portfolio: Portfolio, lines: Iterable[Line]) -> list[Line]:
    """The same lines with asterisks for the people that this actor may not see any more."""
    hidden = [(re.compile(rf"(?<!\w){re.escape(word)}(?!\w)"), stars)
              for word, stars in queries.hidden_words(by, portfolio)]  # fmt: skip
    return [dataclasses.replace(line, sentence=_hide(line.sentence, hidden), actor=_hide(line.actor, hidden))
            for line in lines] if hidden else list(lines)  # fmt: skip


def _hide(text: str, hidden: list[tuple[re.Pattern[str], str]]) -> str:
    for word, stars in hidden:
        text = word.sub(stars, text)
    return text
