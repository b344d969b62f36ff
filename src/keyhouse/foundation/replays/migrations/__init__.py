"""How the tables of this module came about."""
