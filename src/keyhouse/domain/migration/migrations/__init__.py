"""Migrations of migration."""
