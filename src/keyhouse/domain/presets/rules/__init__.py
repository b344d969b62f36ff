"""What a preset gives, to whom, and what a change of it changes."""

from keyhouse.domain.presets.rules.changes import (
    Changes,
    Subjects,
    changes_between,
    subject,
    subjects_of,
    touched,
    with_subjects,
)
from keyhouse.domain.presets.rules.content import Content, PlaceGiven, TaskGiven, Thing, things, tidied

AT_ONCE = 200
MOST_PEOPLE = 10_000
MOST_ADMINISTRATORS = 200

__all__ = [
    "AT_ONCE",
    "MOST_ADMINISTRATORS",
    "MOST_PEOPLE",
    "Changes",
    "Content",
    "PlaceGiven",
    "Subjects",
    "TaskGiven",
    "Thing",
    "changes_between",
    "subject",
    "subjects_of",
    "things",
    "tidied",
    "touched",
    "with_subjects",
]
