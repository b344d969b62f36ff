"""Migrations of the module recovery."""
