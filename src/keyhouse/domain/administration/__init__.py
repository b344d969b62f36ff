"""Admin roles, who holds them, external relationships."""
