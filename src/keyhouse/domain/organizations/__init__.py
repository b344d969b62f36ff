"""The organization and its settings."""
