"""Assets: their types, tasks and owners."""
