"""The decision: may she, who may, what may she, and why; one SQL statement a question, over the source tables."""

from keyhouse.domain.grants.hot_decisions.may import may, may_many
from keyhouse.domain.grants.hot_decisions.questions import PERSON, SYSTEM_USER, Answer, Asker, Question
from keyhouse.domain.grants.hot_decisions.what import what_may, which_tasks
from keyhouse.domain.grants.hot_decisions.who import who_may
from keyhouse.domain.grants.hot_decisions.why import Way, why

__all__ = [
    "PERSON",
    "SYSTEM_USER",
    "Answer",
    "Asker",
    "Question",
    "Way",
    "may",
    "may_many",
    "what_may",
    "which_tasks",
    "who_may",
    "why",
]
