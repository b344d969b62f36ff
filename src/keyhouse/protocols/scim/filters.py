"""Reads a filter into conditions: the whole grammar, without case, bounded in terms, length and depth."""

from collections.abc import Callable

from keyhouse.protocols.scim import literals, tokens
from keyhouse.protocols.scim.attributes import Attribute, Kind, Place, ResourceType
from keyhouse.protocols.scim.conditions import And, Compare, Condition, Element, Literal, Not, Op, Or, Present
from keyhouse.protocols.scim.errors import InvalidFilter, TooMany
from keyhouse.protocols.scim.tokens import Token

MAX_TERMS = 10
MAX_BYTES = 4096
MAX_DEPTH = 20
OPERATORS = {str(each): each for each in Op}
Find = Callable[[str], Place | None]


def read_filter(source: str, of: ResourceType) -> Condition:
    """Read a filter of a resource type into a condition.

    Accepts RFC 7644 §3.4.2.2 and also a sub-attribute after a value path (`emails[type eq "work"].value eq "…"`).
    An attribute that isn't known has no value. Raises InvalidFilter, and TooMany over 10 terms or 4 kB.
    """
    if len(source.encode(errors="replace")) > MAX_BYTES:
        raise TooMany(f"The filter is longer than {MAX_BYTES} bytes.")
    return Reader(tokens.split(source), of.find).read()


def read_element_filter(words: list[Token], place: Place) -> Condition:
    """Read the part of a path between brackets, whose names are sub-attributes of the place. Raises InvalidFilter."""
    return Reader(words, _sub_finder(place)).read()


def _sub_finder(place: Place) -> Find:
    def find(name: str) -> Place | None:
        sub = place.attribute.by_name.get(name.casefold()) if place.attribute else None
        return Place(schema=place.schema, attribute=place.attribute, sub=sub) if sub else None

    return find


class Reader:
    """Reads words from left to right: or of and of terms. RFC 7644 figure 1."""

    def __init__(self, words: list[Token], find: Find) -> None:
        """Begin at the first word; `find` tells what a name means."""
        self.words, self.find, self.position, self.terms, self.depth = words, find, 0, 0, 0

    def read(self) -> Condition:
        """Read all words. Raises InvalidFilter when one is left."""
        condition = self._either()
        if self.position < len(self.words):
            raise InvalidFilter(f"The filter ends before {self.words[self.position].written[:80]}.")
        return condition

    def _peek(self) -> str:
        return self.words[self.position].folded if self.position < len(self.words) else ""

    def _next(self) -> Token:
        if self.position >= len(self.words):
            raise InvalidFilter("The filter ends too early.")
        self.position += 1
        return self.words[self.position - 1]

    def _expect(self, mark: str) -> None:
        found = self._next()
        if found.folded != mark:
            raise InvalidFilter(f"The filter needs {mark} before {found.written[:80]}.")

    def _either(self) -> Condition:
        parts = [self._both()]
        while self._peek() == "or":
            self._next()
            parts.append(self._both())
        return parts[0] if len(parts) == 1 else Or(parts=tuple(parts))

    def _both(self) -> Condition:
        parts = [self._one()]
        while self._peek() == "and":
            self._next()
            parts.append(self._one())
        return parts[0] if len(parts) == 1 else And(parts=tuple(parts))

    def _one(self) -> Condition:
        if self._peek() == "not":
            self._next()
            return Not(part=self._inside("(", ")"))
        if self._peek() == "(":
            return self._inside("(", ")")
        return self._term()

    def _inside(self, opening: str, closing: str) -> Condition:
        self._expect(opening)
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise TooMany(f"The filter is nested more than {MAX_DEPTH} deep.")
        condition = self._either()
        self.depth -= 1
        self._expect(closing)
        return condition

    def _term(self) -> Condition:
        name = self._next()
        if not tokens.is_name(name):
            raise InvalidFilter(f"{name.written[:80]} is no name of an attribute.")
        place = self.find(name.written)
        if self._peek() == "[":
            return self._element(place)
        return self._comparison(place)

    def _comparison(self, place: Place | None) -> Condition:
        self._count()
        op = self._next()
        if op.folded == "pr":
            return Present(place=place)
        return compare(place, op, literals.literal(self._next()))

    def _count(self) -> None:
        self.terms += 1
        if self.terms > MAX_TERMS:
            raise TooMany(f"The filter has more than {MAX_TERMS} terms.")

    def _element(self, place: Place | None) -> Condition:
        outside, self.find = self.find, _sub_finder(place) if place else _nothing
        condition = self._inside("[", "]")
        if self._peek().startswith("."):
            tail = self._next().written[1:]
            condition = And(parts=(condition, self._comparison(self.find(tail))))
        self.find = outside
        if place is None or place.attribute is None or place.sub or place.attribute.kind is not Kind.COMPLEX:
            return Present(place=None)
        return Element(place=place, condition=condition)


def _nothing(name: str) -> None:
    return None


def compare(place: Place | None, op: Token, value: Literal) -> Condition:
    """Make the comparison, with the literal read as the attribute's kind. Raises InvalidFilter."""
    meant = OPERATORS.get(op.folded)
    if meant is None:
        raise InvalidFilter(f"{op.written[:80]} is no operator.")
    leaf = leaf_of(place)
    if place is None or leaf is None:
        return Compare(place=None, op=meant, value=value)
    return Compare(place=_at(place, leaf), op=meant, value=literals.read_for(leaf, meant, value))


def leaf_of(place: Place | None) -> Attribute | None:
    """Answer what a place compares: its sub-attribute, its attribute, or the `value` of a complex attribute."""
    if place is None or place.attribute is None:
        return None
    leaf = place.sub or place.attribute
    return leaf.by_name.get("value") if leaf.kind is Kind.COMPLEX else leaf


def _at(place: Place, leaf: Attribute) -> Place:
    if leaf is place.attribute or leaf is place.sub:
        return place
    return Place(schema=place.schema, attribute=place.attribute, sub=leaf)
