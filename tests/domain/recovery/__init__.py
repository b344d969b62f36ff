"""Promises about getting back in."""
