"""Migrations of directory."""
