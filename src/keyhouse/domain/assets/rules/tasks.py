"""Tasks as bits: what a type of asset is made of, what a task implies, and which bits give it."""

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Text = str | Promise
Label = tuple[str, Text]

FULL = 1
MANAGE = "MANAGE"
FULL_CONTROL = _("Full control")


@dataclass(frozen=True, kw_only=True)
class Task:
    """One permission on an asset: its wire name, its label, and the bit that stands for it in a grant."""

    name: str
    label: Text
    bit: int
    stored_only: bool = False


@dataclass(frozen=True, kw_only=True)
class AssetType:
    """A kind of asset: `tasks` in the order of the screen, of which the first, bit 1, is full control.

    `implied` names what each task brings with it besides, `aliases` what other tools call the tasks. `by_holders` says
    that a person with full control of such an asset may assign people to it without full control of the portfolio.
    """

    code: str
    slug: str
    title: Text
    one: Text
    icon: str
    section: str
    tasks: tuple[Task, ...]
    implied: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    aliases: Mapping[str, str] = field(default_factory=dict)
    shareable: bool = True
    by_holders: bool = False

    def __hash__(self) -> int:
        return hash(self.code)

    @property
    def in_sentence(self) -> str:
        """Its singular inside a sentence: in lower case, but for the names of products."""
        words = str(self.one)
        return words if words.startswith(("Instagram", "WhatsApp")) else words[:1].lower() + words[1:]

    @property
    def full(self) -> Task:
        """The task that is full control of such an asset."""
        return self.tasks[0]

    @property
    def partial(self) -> tuple[Task, ...]:
        """The tasks that a screen offers beside full control."""
        return tuple(one for one in self.tasks[1:] if not one.stored_only)

    @property
    def every_bit(self) -> int:
        """All tasks of the type as bits."""
        return (1 << len(self.tasks)) - 1


def tasks_of(full: Label, *partial: Label, stored: tuple[str, ...] = ()) -> tuple[Task, ...]:
    """Tasks with their bits, in this order; the order of a released type never changes, new ones go to the end."""
    shown = [Task(name=name, label=label, bit=1 << place) for place, (name, label) in enumerate((full, *partial))]
    hidden = [
        Task(name=name, label=name, bit=1 << (len(shown) + place), stored_only=True)
        for place, name in enumerate(stored)
    ]
    return (*shown, *hidden)


def task(type: AssetType, name: str) -> Task | None:
    """The task of this wire name or of one that other tools use for it, or None when the type has no such task."""
    wanted = type.aliases.get(name, name)
    return next((one for one in type.tasks if one.name == wanted), None)


def bits(type: AssetType, names: Iterable[str]) -> int:
    """The bits of these tasks; a name that the type doesn't know raises KeyError."""
    total = 0
    for name in names:
        found = task(type, name)
        if found is None:
            raise KeyError(name)
        total |= found.bit
    return total


def names(type: AssetType, given: int) -> list[str]:
    """The wire names of the tasks in these bits, in the order of the type."""
    return [one.name for one in type.tasks if given & one.bit]


def labels(type: AssetType, given: int) -> list[Text]:
    """The labels of these bits for people; full control stands for all of them."""
    if given & FULL:
        return [type.full.label]
    return [one.label for one in type.tasks if given & one.bit]


@functools.cache
def closure(type: AssetType, given: int) -> int:
    """These tasks together with all that they imply; full control implies every task of the type."""
    if given & FULL:
        return type.every_bit
    total, before = given, -1
    while total != before:
        before = total
        for name in names(type, total):
            total |= bits(type, type.implied.get(name, ()))
    return total


@functools.cache
def giving(type: AssetType, name: str) -> int:
    """The bits of which any one gives this task, itself or by implication; 0 when the type has no such task."""
    wanted = task(type, name)
    if wanted is None:
        return 0
    return sum(one.bit for one in type.tasks if closure(type, one.bit) & wanted.bit)
