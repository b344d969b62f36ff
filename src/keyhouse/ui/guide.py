"""The guide: the pages of docs/guide, packed into the wheel, each with its address under /help/."""

import functools
import posixpath
from dataclasses import dataclass
from pathlib import Path

from keyhouse.ui import prose
from keyhouse.ui.prose import Prose

HERE = Path(__file__).resolve().parents[1]
FOLDERS = (HERE / "guide", HERE.parents[1] / "docs/guide")
ROOT = "/help/"
SNIPPET = 160


@dataclass(frozen=True, kw_only=True)
class GuidePage:
    """One page: its place, such as `admin-center/people`, and what it says."""

    place: str
    prose: Prose

    @property
    def tool(self) -> str:
        """The tool that it belongs to, or an empty text for all of them."""
        return self.place.rpartition("/")[0]

    @property
    def title(self) -> str:
        """What it is about."""
        return self.prose.title

    @property
    def address(self) -> str:
        """Where it is."""
        return ROOT if self.place == "index" else f"{ROOT}{self.place}/"


@dataclass(frozen=True, kw_only=True)
class Hit:
    """A page that holds all words of a search, with the words around the first."""

    page: GuidePage
    snippet: str


@functools.cache
def pictures() -> dict[str, Path]:
    """All pictures by their place, such as `admin-center/pictures/people.webp`."""
    folder = _folder()
    return {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("pictures/*.webp"))}


def _folder() -> Path:
    return next((one for one in FOLDERS if one.is_dir()), FOLDERS[0])


@functools.cache
def pages() -> dict[str, GuidePage]:
    """All pages by their place, in the order of their names."""
    folder = _folder()
    places = {path: path.relative_to(folder).with_suffix("").as_posix() for path in sorted(folder.rglob("*.md"))}
    known = frozenset([*places.values(), *pictures()])
    return {
        place: GuidePage(place=place, prose=prose.read(path.read_text(), functools.partial(_address, place, known)))
        for path, place in places.items()
    }


def _address(place: str, known: frozenset[str], target: str) -> str | None:
    """The address of a link between two files or of a picture, or None for a file that isn't in the guide."""
    path, _hash, anchor = target.partition("#")
    if not path:
        return f"#{anchor}"
    found = posixpath.normpath(posixpath.join(posixpath.dirname(place), path)).removesuffix(".md")
    if found not in known:
        return None
    if found in pictures():
        return f"{ROOT}{found}"
    return (ROOT if found == "index" else f"{ROOT}{found}/") + (f"#{anchor}" if anchor else "")


def search(text: str) -> list[Hit]:
    """The pages that hold every word, those first whose title does."""
    words = text.casefold().split()
    if not words:
        return []
    found = [one for one in pages().values() if all(word in _all_words(one) for word in words)]
    found.sort(key=lambda one: (not all(word in one.title.casefold() for word in words), one.title))
    return [Hit(page=one, snippet=_snippet(one.prose.words, words[0])) for one in found]


def _all_words(page: GuidePage) -> str:
    return f"{page.title} {page.prose.words}".casefold()


def _snippet(text: str, word: str) -> str:
    """Some words around the first place of a word."""
    text = " ".join(text.split())
    begin = max(text.casefold().find(word) - SNIPPET // 3, 0)
    cut = text[begin : begin + SNIPPET]
    return ("… " if begin else "") + cut.strip() + (" …" if begin + SNIPPET < len(text) else "")
