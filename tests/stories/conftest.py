"""The house of the stories, for all of them."""

from tests.stories.house import house

__all__ = ["house"]
