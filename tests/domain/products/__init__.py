"""Products: connected, edited, removed, and who may use them."""
