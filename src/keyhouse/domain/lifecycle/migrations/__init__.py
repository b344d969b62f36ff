"""Migrations of the module lifecycle."""
