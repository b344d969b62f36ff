"""Migrations of external relationships."""
