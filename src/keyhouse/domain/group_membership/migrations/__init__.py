"""Migrations of the module group_membership: it has no tables of its own."""
