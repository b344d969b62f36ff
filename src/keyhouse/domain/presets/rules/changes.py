"""What a change of a preset changes: who joins, stays and leaves, and which things each of them gains or loses."""

import dataclasses
from dataclasses import dataclass, field

from keyhouse.domain.groups.models import PersonGroup
from keyhouse.domain.people.models import Person
from keyhouse.domain.presets.rules.content import Content, Thing, things


@dataclass(frozen=True, kw_only=True)
class Subjects:
    """Some people and groups, by their ids."""

    people: frozenset[int] = frozenset()
    groups: frozenset[int] = frozenset()

    def __bool__(self) -> bool:
        """Whether there is anybody."""
        return bool(self.people or self.groups)

    def __and__(self, other: "Subjects") -> "Subjects":
        """Those in both."""
        return Subjects(people=self.people & other.people, groups=self.groups & other.groups)

    def __or__(self, other: "Subjects") -> "Subjects":
        """Those in either."""
        return Subjects(people=self.people | other.people, groups=self.groups | other.groups)

    def __sub__(self, other: "Subjects") -> "Subjects":
        """Those in this one alone."""
        return Subjects(people=self.people - other.people, groups=self.groups - other.groups)


@dataclass(frozen=True, kw_only=True)
class Changes:
    """Who joins a preset, stays in it and leaves it, what it gave before and gives after."""

    joining: Subjects = field(default_factory=Subjects)
    staying: Subjects = field(default_factory=Subjects)
    leaving: Subjects = field(default_factory=Subjects)
    before: frozenset[Thing] = frozenset()
    after: frozenset[Thing] = frozenset()

    @property
    def gained(self) -> frozenset[Thing]:
        """What those who stay gain."""
        return self.after - self.before

    @property
    def lost(self) -> frozenset[Thing]:
        """What those who stay lose."""
        return self.before - self.after

    @property
    def subjects(self) -> Subjects:
        """Everybody for whom something changes."""
        return self.joining | self.leaving | (self.staying if self.before != self.after else Subjects())


def subjects_of(content: Content | None) -> Subjects:
    """The people and groups in a preset."""
    return Subjects(people=content.people, groups=content.groups) if content else Subjects()


def subject(of: Person | PersonGroup) -> Subjects:
    """One person or one group."""
    identifiers = frozenset({of.id})
    return Subjects(people=identifiers) if isinstance(of, Person) else Subjects(groups=identifiers)


def with_subjects(content: Content, subjects: Subjects) -> Content:
    """The same preset for these people and groups."""
    return dataclasses.replace(content, people=subjects.people, groups=subjects.groups)


def changes_between(before: Content | None, after: Content | None) -> Changes:
    """What changes from one content to the other; None is no preset at all."""
    old, new = subjects_of(before), subjects_of(after)
    return Changes(
        joining=new - old,
        staying=new & old,
        leaving=old - new,
        before=things(before) if before else frozenset(),
        after=things(after) if after else frozenset(),
    )


def touched(changes: Changes) -> frozenset[Thing]:
    """The things that somebody gains or loses."""
    found = changes.after if changes.joining else frozenset()
    found |= changes.before if changes.leaving else frozenset()
    return found | (changes.gained | changes.lost if changes.staying else frozenset())
