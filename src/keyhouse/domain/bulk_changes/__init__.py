"""Changes of many people at once: what would happen to each, and the work that does it."""
