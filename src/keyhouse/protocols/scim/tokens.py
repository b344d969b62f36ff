"""The words of filters and paths: names, quoted texts, brackets."""

import json
import re
from dataclasses import dataclass

from keyhouse.protocols.scim.errors import InvalidFilter

TOKEN = re.compile(r'\s*(?:(?P<text>"(?:[^"\\]|\\.)*")|(?P<mark>[()\[\]])|(?P<word>[^\s()\[\]"]+))')
NAME = re.compile(r"[A-Za-z$][\w$\-]*(?:[.:/][\w$\-]+)*", re.ASCII)


@dataclass(frozen=True, kw_only=True)
class Token:
    """One word: what was written, and whether it stood in quotes."""

    written: str
    quoted: bool = False

    @property
    def folded(self) -> str:
        """The word without case; a quoted text is never a keyword."""
        return "" if self.quoted else self.written.casefold()

    def text(self) -> str:
        """Answer the text inside the quotes. Raises InvalidFilter."""
        try:
            value = json.loads(self.written, strict=False)
        except ValueError:
            raise InvalidFilter(f"The text {self.written[:80]} can't be read.") from None
        if not is_storable(value):
            raise InvalidFilter("A text in the filter holds a character that can't be stored.")
        return str(value)


def is_storable(value: str) -> bool:
    """Say whether a text can be kept: no null character and no half of a surrogate pair."""
    return "\x00" not in value and not any("\ud800" <= character <= "\udfff" for character in value)


def split(source: str) -> list[Token]:
    """Split a filter or a path into its words. Raises InvalidFilter at a character that begins no word."""
    tokens, position, end = [], 0, len(source.rstrip())
    while position < end:
        match = TOKEN.match(source, position)
        if match is None:
            raise InvalidFilter(f"The filter can't be read at character {position + 1}.")
        tokens.append(Token(written=match.group().strip(), quoted=match.lastgroup == "text"))
        position = match.end()
    return tokens


def is_name(token: Token) -> bool:
    """Say whether a word can be the name of an attribute. RFC 7644 §3.10."""
    return not token.quoted and NAME.fullmatch(token.written) is not None
