"""Finding rows by any part of their texts: an index of both databases, and the condition that uses it."""

from keyhouse.foundation.search.index import TextIndex
from keyhouse.foundation.search.lookup import SHORTEST, Holds, Plain, words

__all__ = ["SHORTEST", "Holds", "Plain", "TextIndex", "words"]
