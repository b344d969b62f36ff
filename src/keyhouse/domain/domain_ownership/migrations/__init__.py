"""Migrations of who owns a domain."""
