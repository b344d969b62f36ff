"""Migrations of this module."""
