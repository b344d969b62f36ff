"""What an administrator keeps of her lists."""

from keyhouse.domain.directory.actions.choose_columns import choose_columns
from keyhouse.domain.directory.actions.delete_filter import delete_filter
from keyhouse.domain.directory.actions.save_filter import save_filter

__all__ = ["choose_columns", "delete_filter", "save_filter"]
