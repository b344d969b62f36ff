"""Grants: tasks on assets, and the decisions over them."""
