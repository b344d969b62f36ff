"""Decisions by AuthZEN."""
