"""Grants: tasks on assets."""
