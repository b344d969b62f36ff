"""Migrations of grants."""
