"""Everything that can be done about external relationships."""
