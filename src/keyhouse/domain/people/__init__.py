"""Persons: invited, active, deactivated."""
