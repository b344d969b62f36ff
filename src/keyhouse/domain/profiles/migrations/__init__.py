"""Migrations of the module profiles."""
