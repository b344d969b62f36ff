"""Migrations of system_users."""
