"""Migrations of the module activation."""
