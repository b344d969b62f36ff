"""Migrations of sign_in."""
