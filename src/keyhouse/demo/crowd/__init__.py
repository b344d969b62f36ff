"""A generated crowd beside the cast, written in bulk: to see how everything looks and answers when there is much."""

from keyhouse.demo.crowd.gathering import generate

__all__ = ["generate"]
