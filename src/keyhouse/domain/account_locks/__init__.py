"""Accounts that the system locked: why, who may unlock them, and how."""
